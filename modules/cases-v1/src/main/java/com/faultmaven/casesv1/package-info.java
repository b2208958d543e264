/** {@code /api/v1/cases} as a façade over cases and tags; it keeps nothing and goes as a whole. */
@ApplicationModule(
    displayName = "Cases v1",
    allowedDependencies = {"cases", "cases::v1", "contracts", "kernel", "tags", "web"})
@NullMarked
package com.faultmaven.casesv1;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
