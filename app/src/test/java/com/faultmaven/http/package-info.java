/** What HTTP itself asks of every operation. */
@NullMarked
package com.faultmaven.http;

import org.jspecify.annotations.NullMarked;
