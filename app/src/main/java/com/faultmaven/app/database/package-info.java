/** Where the data lies: a PostgreSQL somebody runs, or one of the application's own. */
@NullMarked
package com.faultmaven.app.database;

import org.jspecify.annotations.NullMarked;
