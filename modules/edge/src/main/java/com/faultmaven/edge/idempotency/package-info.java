/** Lets a POST be repeated without a second effect. */
@NullMarked
package com.faultmaven.edge.idempotency;

import org.jspecify.annotations.NullMarked;
