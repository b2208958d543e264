/** Tests of what comes through the broker. */
@NullMarked
package com.faultmaven.events.broker;

import org.jspecify.annotations.NullMarked;
