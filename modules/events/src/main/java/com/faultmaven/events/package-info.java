/** Delivers again what a crash or a failure left undelivered. */
@ApplicationModule(
    displayName = "Events",
    allowedDependencies = {"contracts", "edge"})
@NullMarked
package com.faultmaven.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
