/** What goes with a deleted case and with a deleted user, a batch at a time. */
@NullMarked
package com.faultmaven.cases.deletion;

import org.jspecify.annotations.NullMarked;
