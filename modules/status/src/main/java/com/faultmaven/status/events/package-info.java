/** Publishes the events of services and incidents as the contract defines them. */
@NullMarked
package com.faultmaven.status.events;

import org.jspecify.annotations.NullMarked;
