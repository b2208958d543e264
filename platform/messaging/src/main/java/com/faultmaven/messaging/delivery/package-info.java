/** Sees to it that every listener gets every event, and that each has its effect once. */
@NullMarked
package com.faultmaven.messaging.delivery;

import org.jspecify.annotations.NullMarked;
