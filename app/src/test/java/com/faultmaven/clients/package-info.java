/**
 * What clients rely on, as they wrote it down in contracts/pacts, verified against the running
 * service.
 */
@NullMarked
package com.faultmaven.clients;

import org.jspecify.annotations.NullMarked;
