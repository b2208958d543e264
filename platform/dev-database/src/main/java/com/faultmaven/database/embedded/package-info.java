/** A PostgreSQL of the application's own, for development: it is not packaged. */
@NullMarked
package com.faultmaven.database.embedded;

import org.jspecify.annotations.NullMarked;
