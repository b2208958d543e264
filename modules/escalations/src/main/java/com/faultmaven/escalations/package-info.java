/** Letters about cases to those who can do something, and the truth about each of them. */
@ApplicationModule(
    displayName = "Escalations",
    allowedDependencies = {
      "cases",
      "cases::deletion",
      "contracts",
      "kernel",
      "mail",
      "messaging",
      "reports",
      "reports::areas",
      "reports::dossiers"
    })
@NullMarked
package com.faultmaven.escalations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
