/** The processes that are measured, and what they use. */
@NullMarked
package com.faultmaven.bench.process;

import org.jspecify.annotations.NullMarked;
