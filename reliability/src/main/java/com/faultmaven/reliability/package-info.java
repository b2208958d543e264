/** A listener that counts, for tests that kill the processes it runs in. */
@NullMarked
package com.faultmaven.reliability;

import org.jspecify.annotations.NullMarked;
