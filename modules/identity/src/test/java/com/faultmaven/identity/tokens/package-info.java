@NullMarked
package com.faultmaven.identity.tokens;

import org.jspecify.annotations.NullMarked;
