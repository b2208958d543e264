/** The public pages, as people and feed readers get them. */
@NullMarked
package com.faultmaven.status.web.page;

import org.jspecify.annotations.NullMarked;
