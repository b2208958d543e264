/** A deterministic set of cases, messages and users. */
@NullMarked
package com.faultmaven.bench.data;

import org.jspecify.annotations.NullMarked;
