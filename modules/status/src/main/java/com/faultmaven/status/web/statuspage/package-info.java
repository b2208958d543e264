/** The public pages in the form that clients of Statuspage read. */
@NullMarked
package com.faultmaven.status.web.statuspage;

import org.jspecify.annotations.NullMarked;
