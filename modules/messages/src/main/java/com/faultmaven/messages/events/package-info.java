/** Publishes the events of messages as the contract defines them, and consumes those of cases. */
@NullMarked
package com.faultmaven.messages.events;

import org.jspecify.annotations.NullMarked;
