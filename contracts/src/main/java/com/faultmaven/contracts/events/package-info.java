/** The facts other services and modules may rely on, each in one flat envelope. */
@NullMarked
package com.faultmaven.contracts.events;

import org.jspecify.annotations.NullMarked;
