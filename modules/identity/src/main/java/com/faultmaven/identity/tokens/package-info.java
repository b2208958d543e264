/**
 * Access tokens: the keys that sign them, what they say, and which are refused although unexpired.
 */
@NullMarked
package com.faultmaven.identity.tokens;

import org.jspecify.annotations.NullMarked;
