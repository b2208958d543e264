/**
 * The tables of the original service, in both generations of its schema, and what they mean here.
 */
@NullMarked
package com.faultmaven.movingin.original;

import org.jspecify.annotations.NullMarked;
