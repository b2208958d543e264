/** Keeps every event that this service publishes, in an order in which it is safe to read. */
@NullMarked
package com.faultmaven.messaging.log;

import org.jspecify.annotations.NullMarked;
