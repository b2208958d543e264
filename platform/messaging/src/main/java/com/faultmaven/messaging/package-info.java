/** Delivers again what a crash or a failure left undelivered. */
@ApplicationModule(
    displayName = "Events",
    allowedDependencies = {"contracts", "database", "jobs", "kernel", "web"})
@NullMarked
package com.faultmaven.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
