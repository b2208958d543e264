/** The command compare: whether two services give the same answers to the reads of a log. */
@NullMarked
package com.faultmaven.movingin.compare;

import org.jspecify.annotations.NullMarked;
