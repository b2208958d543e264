/** What one request, one caller and all of them together may take. */
@NullMarked
package com.faultmaven.edge.limits;

import org.jspecify.annotations.NullMarked;
