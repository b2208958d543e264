/**
 * Sends requests over a fixed number of connections, as fast as they are answered or at a fixed
 * rate, and measures the answers.
 */
@NullMarked
package com.faultmaven.bench.load;

import org.jspecify.annotations.NullMarked;
