/**
 * What people and programs saw, which of it seems to be one incident, and what it says of cases.
 */
@ApplicationModule(
    displayName = "Reports",
    allowedDependencies = {"cases", "cases::deletion", "contracts", "kernel", "messaging", "web"})
@NullMarked
package com.faultmaven.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
