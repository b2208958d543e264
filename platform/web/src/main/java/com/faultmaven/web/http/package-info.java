/** What HTTP asks of every request and answer: its path, what it accepts, who may keep it. */
@NullMarked
package com.faultmaven.web.http;

import org.jspecify.annotations.NullMarked;
