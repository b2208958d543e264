/** A span for each request. */
@NullMarked
package com.faultmaven.web.traces;

import org.jspecify.annotations.NullMarked;
