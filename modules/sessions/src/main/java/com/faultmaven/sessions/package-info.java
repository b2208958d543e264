/** One piece of work of one client: opened, kept alive, resumed, and ended. It is no credential. */
@ApplicationModule(
    displayName = "Sessions",
    allowedDependencies = {"cases", "contracts", "jobs", "kernel", "messaging"})
@NullMarked
package com.faultmaven.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
