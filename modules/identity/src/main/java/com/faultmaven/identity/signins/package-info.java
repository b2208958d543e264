/** Sign-ins and their refresh tokens. */
@NullMarked
package com.faultmaven.identity.signins;

import org.jspecify.annotations.NullMarked;
