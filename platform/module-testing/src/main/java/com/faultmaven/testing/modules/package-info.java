/** How a module is tested alone: over HTTP and by its events, with what it depends on. */
@NullMarked
package com.faultmaven.testing.modules;

import org.jspecify.annotations.NullMarked;
