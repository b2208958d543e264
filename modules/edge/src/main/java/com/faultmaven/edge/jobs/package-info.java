/** What this process does in the background, and how that goes: in logs, metrics and readiness. */
@NullMarked
package com.faultmaven.edge.jobs;

import org.jspecify.annotations.NullMarked;
