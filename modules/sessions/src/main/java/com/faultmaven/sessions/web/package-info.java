/** The HTTP side of sessions. */
@NullMarked
package com.faultmaven.sessions.web;

import org.jspecify.annotations.NullMarked;
