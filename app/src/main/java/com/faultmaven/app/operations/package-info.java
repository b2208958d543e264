/** What an operator sees: whether the application lives, whether it can work, and its settings. */
@NullMarked
package com.faultmaven.app.operations;

import org.jspecify.annotations.NullMarked;
