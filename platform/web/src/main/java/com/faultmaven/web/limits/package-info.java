/** What one request, one caller and all of them together may take. */
@NullMarked
package com.faultmaven.web.limits;

import org.jspecify.annotations.NullMarked;
