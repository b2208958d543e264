/**
 * Records the statements of an operation between the service and its database, and sends them again
 * without the service.
 */
@NullMarked
package com.faultmaven.bench.sql;

import org.jspecify.annotations.NullMarked;
