/** The HTTP side of tags: reads requests into the domain's words and shows its answers. */
@NullMarked
package com.faultmaven.tags.web;

import org.jspecify.annotations.NullMarked;
