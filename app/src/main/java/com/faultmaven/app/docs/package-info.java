/** What people read: the contracts as documents of their own, and the pages that show them. */
@NullMarked
package com.faultmaven.app.docs;

import org.jspecify.annotations.NullMarked;
