/** What every integration test stands on: the real application on one real PostgreSQL. */
@NullMarked
package com.faultmaven.testing;

import org.jspecify.annotations.NullMarked;
