/** The feed of events, and what administrators may do to their publication. */
@NullMarked
package com.faultmaven.messaging.web;

import org.jspecify.annotations.NullMarked;
