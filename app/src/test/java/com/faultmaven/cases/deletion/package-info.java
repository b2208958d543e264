/** What goes with a deleted case and with a deleted user. */
@NullMarked
package com.faultmaven.cases.deletion;

import org.jspecify.annotations.NullMarked;
