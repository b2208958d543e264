/** The application around the modules: where its data lies, and what an operator sees of it. */
@ApplicationModule(
    displayName = "Application",
    allowedDependencies = {"contracts", "database", "jobs", "kernel", "web"})
@NullMarked
package com.faultmaven.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
