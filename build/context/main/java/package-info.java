/** The context __name__. */
@ApplicationModule(
    displayName = "__Name__",
    allowedDependencies = {"contracts", "kernel"})
@NullMarked
package com.faultmaven.__name__;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
