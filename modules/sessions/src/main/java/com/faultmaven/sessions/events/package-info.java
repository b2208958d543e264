/** Publishes the events of sessions as the contract defines them, and hears those of cases. */
@NullMarked
package com.faultmaven.sessions.events;

import org.jspecify.annotations.NullMarked;
