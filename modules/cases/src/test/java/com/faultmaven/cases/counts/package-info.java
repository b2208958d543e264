@NullMarked
package com.faultmaven.cases.counts;

import org.jspecify.annotations.NullMarked;
