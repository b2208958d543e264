/** What accounts mean to the other contexts. */
@NullMarked
package com.faultmaven.identity;

import org.jspecify.annotations.NullMarked;
