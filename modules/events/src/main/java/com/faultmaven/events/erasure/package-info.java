/** Takes users out of events, wherever these are kept, when their data is deleted. */
@NullMarked
package com.faultmaven.events.erasure;

import org.jspecify.annotations.NullMarked;
