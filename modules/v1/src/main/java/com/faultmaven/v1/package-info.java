/** {@code /api/v1} as a façade over cases and tags; it keeps nothing and goes as a whole. */
@ApplicationModule(
    displayName = "API v1",
    allowedDependencies = {"cases", "tags", "contracts", "edge"})
@NullMarked
package com.faultmaven.v1;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
