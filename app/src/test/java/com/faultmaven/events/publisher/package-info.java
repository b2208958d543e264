/** The publisher with a real broker. */
@NullMarked
package com.faultmaven.events.publisher;

import org.jspecify.annotations.NullMarked;
