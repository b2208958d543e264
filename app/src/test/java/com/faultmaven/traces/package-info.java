@NullMarked
package com.faultmaven.traces;

import org.jspecify.annotations.NullMarked;
