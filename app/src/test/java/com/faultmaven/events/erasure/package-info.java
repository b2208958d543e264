/** What is left of deleted users in events. */
@NullMarked
package com.faultmaven.events.erasure;

import org.jspecify.annotations.NullMarked;
