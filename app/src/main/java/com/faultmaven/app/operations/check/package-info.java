/** The command check: whether the service could start as it is configured, and if not, why. */
@NullMarked
package com.faultmaven.app.operations.check;

import org.jspecify.annotations.NullMarked;
