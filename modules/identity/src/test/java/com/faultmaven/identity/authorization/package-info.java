@NullMarked
package com.faultmaven.identity.authorization;

import org.jspecify.annotations.NullMarked;
