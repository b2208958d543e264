/** A controller that answers constant JSON: what the same server can do at most. */
@NullMarked
package com.faultmaven.bench.bare;

import org.jspecify.annotations.NullMarked;
