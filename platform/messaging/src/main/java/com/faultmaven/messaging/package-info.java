/** Logs, publishes, consumes and delivers events. */
@ApplicationModule(
    displayName = "Messaging",
    allowedDependencies = {"contracts", "database", "jobs", "kernel", "tracing", "web"})
@NullMarked
package com.faultmaven.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
