/** Services people depend on, incidents and maintenance, and what the public is told about them. */
@ApplicationModule(
    displayName = "Status",
    allowedDependencies = {
      "cases",
      "cases::deletion",
      "contracts",
      "database",
      "jobs",
      "kernel",
      "mail",
      "messaging",
      "web"
    })
@NullMarked
package com.faultmaven.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
