/** Delivery from within: what no request can bring about. */
@NullMarked
package com.faultmaven.messaging.delivery;

import org.jspecify.annotations.NullMarked;
