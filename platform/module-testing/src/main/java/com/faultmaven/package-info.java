/** The application as the tests of a module run it. */
@NullMarked
package com.faultmaven;

import org.jspecify.annotations.NullMarked;
