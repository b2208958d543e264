/** Publishes the events of reports as the contract defines them. */
@NullMarked
package com.faultmaven.reports.events;

import org.jspecify.annotations.NullMarked;
