/** Who somebody is, how they prove it, what they belong to and may do; and the record of that. */
@ApplicationModule(
    displayName = "Identity",
    allowedDependencies = {"contracts", "jobs", "kernel", "mail", "messaging", "sessions", "web"})
@NullMarked
package com.faultmaven.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
