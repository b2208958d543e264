/** {@code /api/v1} as its clients know it, on the running service. */
@NullMarked
package com.faultmaven.casesv1;

import org.jspecify.annotations.NullMarked;
