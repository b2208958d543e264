/** Tags on cases, and the catalogue of tags. */
@ApplicationModule(
    displayName = "Tags",
    allowedDependencies = {"cases", "cases::deletion", "contracts", "database", "kernel", "web"})
@NullMarked
package com.faultmaven.tags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
