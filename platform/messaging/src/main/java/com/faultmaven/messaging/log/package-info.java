/** Keeps every event this service tells, in an order that is safe to read on from. */
@NullMarked
package com.faultmaven.messaging.log;

import org.jspecify.annotations.NullMarked;
