/** Whom a case is shared with, and what becomes of that when a user goes. */
@NullMarked
package com.faultmaven.cases.sharing;

import org.jspecify.annotations.NullMarked;
