/** The record of what happened to accounts and organizations. */
@NullMarked
package com.faultmaven.identity.audit;

import org.jspecify.annotations.NullMarked;
