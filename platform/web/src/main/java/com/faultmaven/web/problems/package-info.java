/** Turns every failure, wherever it happens, into an answer a caller can work with. */
@NullMarked
package com.faultmaven.web.problems;

import org.jspecify.annotations.NullMarked;
