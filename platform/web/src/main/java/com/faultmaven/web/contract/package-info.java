/** Holds every request against the contract itself, before any of our code sees it. */
@NullMarked
package com.faultmaven.web.contract;

import org.jspecify.annotations.NullMarked;
