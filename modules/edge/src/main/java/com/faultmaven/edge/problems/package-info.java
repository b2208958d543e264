/** Turns every failure, wherever it happens, into an answer a caller can work with. */
@NullMarked
package com.faultmaven.edge.problems;

import org.jspecify.annotations.NullMarked;
