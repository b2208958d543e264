/** Hears what other services tell through the broker. */
@NullMarked
package com.faultmaven.messaging.broker;

import org.jspecify.annotations.NullMarked;
