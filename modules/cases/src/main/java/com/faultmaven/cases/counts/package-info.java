/** Folds the changes of how many cases an owner has into the numbers that lists read. */
@NullMarked
package com.faultmaven.cases.counts;

import org.jspecify.annotations.NullMarked;
