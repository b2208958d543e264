/** Events under adverse conditions: what fails, what cannot be read, what comes twice. */
@NullMarked
package com.faultmaven.messaging;

import org.jspecify.annotations.NullMarked;
