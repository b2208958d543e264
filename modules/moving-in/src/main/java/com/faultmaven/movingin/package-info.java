/**
 * Takes over what the original service keeps, and compares its answers with ours. Goes when
 * everybody has moved.
 */
@ApplicationModule(
    displayName = "Moving in",
    allowedDependencies = {
      "cases",
      "cases::deletion",
      "cases::importing",
      "messages",
      "messages::importing",
      "tags::importing",
      "status",
      "status::importing",
      "database",
      "kernel"
    })
@NullMarked
package com.faultmaven.movingin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
