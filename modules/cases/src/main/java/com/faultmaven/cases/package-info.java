/** The case, its status and history, who may see it, search. */
@ApplicationModule(
    displayName = "Cases",
    allowedDependencies = {"contracts", "database", "jobs", "kernel", "messaging"})
@NullMarked
package com.faultmaven.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
