/** The log of events from outside, on the real database. */
@NullMarked
package com.faultmaven.messaging.log;

import org.jspecify.annotations.NullMarked;
