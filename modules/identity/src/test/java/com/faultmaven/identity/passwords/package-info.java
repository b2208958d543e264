@NullMarked
package com.faultmaven.identity.passwords;

import org.jspecify.annotations.NullMarked;
