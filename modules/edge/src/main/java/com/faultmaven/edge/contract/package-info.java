/** Holds every request against the contract itself, before any of our code sees it. */
@NullMarked
package com.faultmaven.edge.contract;

import org.jspecify.annotations.NullMarked;
