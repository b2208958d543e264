/** What this process does in the background, and how that goes: in logs, metrics and readiness. */
@ApplicationModule(
    displayName = "Jobs",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {"database", "kernel"})
@NullMarked
package com.faultmaven.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
