/** Modulith's registry as a table: all SQL on it. */
@NullMarked
package com.faultmaven.messaging.registry;

import org.jspecify.annotations.NullMarked;
