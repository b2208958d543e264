/** Which web pages may call. */
@NullMarked
package com.faultmaven.edge.cors;

import org.jspecify.annotations.NullMarked;
