/** What is left of deleted users in events. */
@NullMarked
package com.faultmaven.messaging.erasure;

import org.jspecify.annotations.NullMarked;
