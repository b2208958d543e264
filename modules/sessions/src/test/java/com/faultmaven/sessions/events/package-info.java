/** How sessions hear of what happens elsewhere. */
@NullMarked
package com.faultmaven.sessions.events;

import org.jspecify.annotations.NullMarked;
