/** The HTTP side of the status of services. */
@NullMarked
package com.faultmaven.status.web;

import org.jspecify.annotations.NullMarked;
