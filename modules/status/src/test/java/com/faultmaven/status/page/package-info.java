/** Rules of what public pages show. */
@NullMarked
package com.faultmaven.status.page;

import org.jspecify.annotations.NullMarked;
