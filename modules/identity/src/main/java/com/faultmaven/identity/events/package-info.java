/** Tells other contexts what happened to users, organizations and teams. */
@NullMarked
package com.faultmaven.identity.events;

import org.jspecify.annotations.NullMarked;
