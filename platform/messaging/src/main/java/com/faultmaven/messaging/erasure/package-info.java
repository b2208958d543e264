/** Takes users out of events, wherever these are kept, when their data is deleted. */
@NullMarked
package com.faultmaven.messaging.erasure;

import org.jspecify.annotations.NullMarked;
