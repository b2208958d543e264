/** How much a request may bring along. */
@NullMarked
package com.faultmaven.edge.limits;

import org.jspecify.annotations.NullMarked;
