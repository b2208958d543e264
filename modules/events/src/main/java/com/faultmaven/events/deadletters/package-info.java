/** Keeps what could not be delivered until an operator decides what becomes of it. */
@NullMarked
package com.faultmaven.events.deadletters;

import org.jspecify.annotations.NullMarked;
