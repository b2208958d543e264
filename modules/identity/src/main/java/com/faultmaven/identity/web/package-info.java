/** The HTTP side of identity. */
@NullMarked
package com.faultmaven.identity.web;

import org.jspecify.annotations.NullMarked;
