/** Sessions over HTTP, and their end. */
@NullMarked
package com.faultmaven.sessions;

import org.jspecify.annotations.NullMarked;
