/** Brings the log to the broker: one instance at a time, in order, until it is taken. */
@NullMarked
package com.faultmaven.messaging.publisher;

import org.jspecify.annotations.NullMarked;
