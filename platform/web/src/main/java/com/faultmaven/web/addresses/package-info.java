/** Where requests come from: single addresses, networks, and whom to believe about them. */
@NullMarked
package com.faultmaven.web.addresses;

import org.jspecify.annotations.NullMarked;
