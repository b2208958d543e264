/** The HTTP side of dead letters. */
@NullMarked
package com.faultmaven.events.deadletters.web;

import org.jspecify.annotations.NullMarked;
