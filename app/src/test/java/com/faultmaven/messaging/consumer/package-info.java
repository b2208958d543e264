/** Tests of what comes through the broker. */
@NullMarked
package com.faultmaven.messaging.consumer;

import org.jspecify.annotations.NullMarked;
