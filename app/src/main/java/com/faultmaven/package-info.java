/** The application: wiring, configuration, embedded database. */
@NullMarked
package com.faultmaven;

import org.jspecify.annotations.NullMarked;
