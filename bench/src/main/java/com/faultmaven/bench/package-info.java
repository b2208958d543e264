/** Measures the packaged service against the ceilings of its database and its web server. */
@NullMarked
package com.faultmaven.bench;

import org.jspecify.annotations.NullMarked;
