/** How API versions end: announced on every answer, counted by who still calls, then 410. */
@NullMarked
package com.faultmaven.web.lifecycle;

import org.jspecify.annotations.NullMarked;
