/**
 * What every request passes: correlation, problems, API lifecycle, CORS, identity, limits,
 * idempotency, contract validation.
 */
@ApplicationModule(
    displayName = "Web",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {"contracts", "database", "jobs", "kernel", "tracing"})
@NullMarked
package com.faultmaven.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
