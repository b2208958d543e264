/** Lets a POST be repeated without a second effect. */
@NullMarked
package com.faultmaven.web.idempotency;

import org.jspecify.annotations.NullMarked;
