/** Keeps what could not be delivered until an operator decides what becomes of it. */
@NullMarked
package com.faultmaven.messaging.deadletters;

import org.jspecify.annotations.NullMarked;
