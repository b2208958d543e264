/**
 * The one way out for mail: what other modules send goes by SMTP, and they hear what became of it,
 * also what providers tell later. Addresses that bounced, complained or opted out get none.
 */
@ApplicationModule(
    displayName = "Mail",
    allowedDependencies = {"contracts", "database", "jobs", "kernel"})
@NullMarked
package com.faultmaven.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
