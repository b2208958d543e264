/** Tells what happened to tags in the words of the contract, and hears what happened to cases. */
@NullMarked
package com.faultmaven.tags.events;

import org.jspecify.annotations.NullMarked;
