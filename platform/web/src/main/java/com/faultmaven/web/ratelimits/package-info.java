/**
 * How many requests, or other deeds, somebody may make in a time. Any module may have a {@link
 * com.faultmaven.web.ratelimits.Limit} of its own.
 */
@NullMarked
package com.faultmaven.web.ratelimits;

import org.jspecify.annotations.NullMarked;
