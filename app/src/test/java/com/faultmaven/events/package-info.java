/** Events under adverse conditions: what fails, what cannot be read, what comes twice. */
@NullMarked
package com.faultmaven.events;

import org.jspecify.annotations.NullMarked;
