/** Holds the code to the architecture. */
@NullMarked
package com.faultmaven.architecture;

import org.jspecify.annotations.NullMarked;
