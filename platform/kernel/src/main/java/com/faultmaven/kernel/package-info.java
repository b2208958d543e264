/** What every context shares: who calls, ids, refusals and the kinds of problems. */
@ApplicationModule(
    displayName = "Kernel",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package com.faultmaven.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
