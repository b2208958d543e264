/** Tests of letters about cases. */
@NullMarked
package com.faultmaven.escalations;

import org.jspecify.annotations.NullMarked;
