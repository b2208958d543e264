/** The conversation of a case. */
@ApplicationModule(
    displayName = "Messages",
    allowedDependencies = {
      "cases",
      "cases::deletion",
      "contracts",
      "database",
      "kernel",
      "messaging",
      "web"
    })
@NullMarked
package com.faultmaven.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
