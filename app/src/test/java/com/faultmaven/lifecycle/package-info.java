/** How API versions end, as clients and administrators meet it. */
@NullMarked
package com.faultmaven.lifecycle;

import org.jspecify.annotations.NullMarked;
