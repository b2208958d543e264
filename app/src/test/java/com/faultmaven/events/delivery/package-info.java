/** Delivery from within: what no request can bring about. */
@NullMarked
package com.faultmaven.events.delivery;

import org.jspecify.annotations.NullMarked;
