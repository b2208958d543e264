/** Conversations as clients meet them: over HTTP, on the real server and a real PostgreSQL. */
@NullMarked
package com.faultmaven.messages;

import org.jspecify.annotations.NullMarked;
