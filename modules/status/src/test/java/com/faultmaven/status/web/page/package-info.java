/** Rules of the public pages. */
@NullMarked
package com.faultmaven.status.web.page;

import org.jspecify.annotations.NullMarked;
