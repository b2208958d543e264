/** The HTTP side of reports. */
@NullMarked
package com.faultmaven.reports.web;

import org.jspecify.annotations.NullMarked;
