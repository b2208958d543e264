/** Tells what happened to cases in the words of the contract. */
@NullMarked
package com.faultmaven.cases.events;

import org.jspecify.annotations.NullMarked;
