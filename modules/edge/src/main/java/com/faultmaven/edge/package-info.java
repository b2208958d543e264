/**
 * What every request passes: identity, correlation, problems, contract validation, idempotency,
 * limits, CORS, API lifecycle. And what modules share beside it, such as background jobs.
 */
@ApplicationModule(
    displayName = "Edge",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = "contracts")
@NullMarked
package com.faultmaven.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
