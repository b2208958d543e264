/** CleanApp's two versions, over HTTP and on what they stand before. */
@NullMarked
package com.faultmaven.cleanapp;

import org.jspecify.annotations.NullMarked;
