/** Publishes the events of cases as the contract defines them. */
@NullMarked
package com.faultmaven.cases.events;

import org.jspecify.annotations.NullMarked;
