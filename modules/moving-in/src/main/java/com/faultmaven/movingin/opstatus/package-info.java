/** The database of an original status service, which is read and never written. */
@NullMarked
package com.faultmaven.movingin.opstatus;

import org.jspecify.annotations.NullMarked;
