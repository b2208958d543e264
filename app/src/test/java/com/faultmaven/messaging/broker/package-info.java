/** Tests of what comes through the broker. */
@NullMarked
package com.faultmaven.messaging.broker;

import org.jspecify.annotations.NullMarked;
