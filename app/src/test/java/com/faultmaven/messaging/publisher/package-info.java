/** The publisher with a real broker. */
@NullMarked
package com.faultmaven.messaging.publisher;

import org.jspecify.annotations.NullMarked;
