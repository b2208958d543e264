/** The HTTP side of dead letters. */
@NullMarked
package com.faultmaven.messaging.deadletters.web;

import org.jspecify.annotations.NullMarked;
