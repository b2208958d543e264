/** {@code /api/v1} as its clients know it, on the running service. */
@NullMarked
package com.faultmaven.v1;

import org.jspecify.annotations.NullMarked;
