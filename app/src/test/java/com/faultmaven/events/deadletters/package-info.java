/** What an operator does with dead letters. */
@NullMarked
package com.faultmaven.events.deadletters;

import org.jspecify.annotations.NullMarked;
