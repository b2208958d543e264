/**
 * The connections to PostgreSQL, transactions, migrations, and what failures of the database mean.
 */
@ApplicationModule(
    displayName = "Database",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = "kernel")
@NullMarked
package com.faultmaven.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
