/** Consumes the events that other services publish to the broker. */
@NullMarked
package com.faultmaven.messaging.consumer;

import org.jspecify.annotations.NullMarked;
