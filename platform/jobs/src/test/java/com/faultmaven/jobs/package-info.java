/** Background jobs and how they are reported. */
@NullMarked
package com.faultmaven.jobs;

import org.jspecify.annotations.NullMarked;
