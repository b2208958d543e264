/** What an operator does with dead letters. */
@NullMarked
package com.faultmaven.messaging.deadletters;

import org.jspecify.annotations.NullMarked;
