/** Turns text into what is indexed, and what is typed into a search box into what is looked up. */
@NullMarked
package com.faultmaven.cases.search;

import org.jspecify.annotations.NullMarked;
