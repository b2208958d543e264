/** Tells other contexts what happened to users. */
@NullMarked
package com.faultmaven.identity.events;

import org.jspecify.annotations.NullMarked;
