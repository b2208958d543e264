/**
 * What every request passes: identity, correlation, problems, contract validation, idempotency,
 * limits, CORS, API lifecycle.
 */
@ApplicationModule(
    displayName = "Edge",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = "contracts")
@NullMarked
package com.faultmaven.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
