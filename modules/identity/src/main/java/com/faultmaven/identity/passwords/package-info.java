/** Which passwords are taken, and how they are kept. */
@NullMarked
package com.faultmaven.identity.passwords;

import org.jspecify.annotations.NullMarked;
