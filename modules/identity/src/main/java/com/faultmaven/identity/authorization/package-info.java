/** How people sign in on clients that see no password of theirs. */
@NullMarked
package com.faultmaven.identity.authorization;

import org.jspecify.annotations.NullMarked;
