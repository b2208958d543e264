/** Background jobs and how they are reported. */
@NullMarked
package com.faultmaven.edge.jobs;

import org.jspecify.annotations.NullMarked;
