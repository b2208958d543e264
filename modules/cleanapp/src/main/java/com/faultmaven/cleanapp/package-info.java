/**
 * {@code /api/v3} and {@code /api/v4} as CleanApp has them: a façade over cases, reports and
 * escalations. It keeps nothing and goes as a whole.
 */
@ApplicationModule(
    displayName = "CleanApp",
    allowedDependencies = {
      "cases",
      "contracts",
      "escalations",
      "kernel",
      "reports",
      "reports::areas",
      "reports::clusters",
      "reports::dossiers",
      "reports::matching",
      "web"
    })
@NullMarked
package com.faultmaven.cleanapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
