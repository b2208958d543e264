/** The HTTP side of __name__. */
@NullMarked
package com.faultmaven.__name__.web;

import org.jspecify.annotations.NullMarked;
