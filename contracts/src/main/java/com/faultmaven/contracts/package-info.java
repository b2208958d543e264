/**
 * What the platform promises: server interfaces, DTOs and event records made from the contracts.
 */
@ApplicationModule(
    displayName = "Contracts",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package com.faultmaven.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
