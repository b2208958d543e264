/** What a line of the log says in production. */
@NullMarked
package com.faultmaven.app.logs;

import org.jspecify.annotations.NullMarked;
