/** Cases as clients meet them: over HTTP, on the real server and a real PostgreSQL. */
@NullMarked
package com.faultmaven.cases;

import org.jspecify.annotations.NullMarked;
