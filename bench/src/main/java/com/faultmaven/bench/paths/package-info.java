/** Single paths of a request, measured by JMH. */
@NullMarked
package com.faultmaven.bench.paths;

import org.jspecify.annotations.NullMarked;
