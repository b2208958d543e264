/** Hears what other services tell through the broker. */
@NullMarked
package com.faultmaven.events.broker;

import org.jspecify.annotations.NullMarked;
