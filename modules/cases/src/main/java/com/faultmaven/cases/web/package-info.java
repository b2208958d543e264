/** The HTTP side of cases: reads requests into the domain's words and shows its answers. */
@NullMarked
package com.faultmaven.cases.web;

import org.jspecify.annotations.NullMarked;
