/** Spans of distributed traces; nothing is recorded, and nothing costs, unless it is configured. */
@ApplicationModule(
    displayName = "Tracing",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = "kernel")
@NullMarked
package com.faultmaven.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
