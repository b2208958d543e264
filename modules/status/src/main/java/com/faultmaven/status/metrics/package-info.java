/** What is counted for operators. */
@NullMarked
package com.faultmaven.status.metrics;

import org.jspecify.annotations.NullMarked;
