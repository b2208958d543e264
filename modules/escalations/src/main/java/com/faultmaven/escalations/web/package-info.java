/** The HTTP side of letters about cases. */
@NullMarked
package com.faultmaven.escalations.web;

import org.jspecify.annotations.NullMarked;
