/** Tags as clients meet them: over HTTP, on the real server and a real PostgreSQL. */
@NullMarked
package com.faultmaven.tags;

import org.jspecify.annotations.NullMarked;
