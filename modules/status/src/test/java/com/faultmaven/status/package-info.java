@NullMarked
package com.faultmaven.status;

import org.jspecify.annotations.NullMarked;
