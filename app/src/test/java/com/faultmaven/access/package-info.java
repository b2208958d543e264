/** Who may do what, operation by operation. */
@NullMarked
package com.faultmaven.access;

import org.jspecify.annotations.NullMarked;
