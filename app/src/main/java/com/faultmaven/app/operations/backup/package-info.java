/** The commands backup and restore, by PostgreSQL's own tools. */
@NullMarked
package com.faultmaven.app.operations.backup;

import org.jspecify.annotations.NullMarked;
