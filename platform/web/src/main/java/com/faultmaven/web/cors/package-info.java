/** Which web pages may call. */
@NullMarked
package com.faultmaven.web.cors;

import org.jspecify.annotations.NullMarked;
