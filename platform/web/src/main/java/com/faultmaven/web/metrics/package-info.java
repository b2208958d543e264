/** What is measured of every request. */
@NullMarked
package com.faultmaven.web.metrics;

import org.jspecify.annotations.NullMarked;
