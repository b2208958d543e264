/** Tells in the words of the contract what was said, and hears what happened to cases. */
@NullMarked
package com.faultmaven.messages.events;

import org.jspecify.annotations.NullMarked;
