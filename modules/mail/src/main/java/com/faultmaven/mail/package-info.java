/**
 * The one way out for mail: what other modules send goes by SMTP, and they hear what became of it.
 */
@ApplicationModule(
    displayName = "Mail",
    allowedDependencies = {"jobs", "kernel"})
@NullMarked
package com.faultmaven.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
