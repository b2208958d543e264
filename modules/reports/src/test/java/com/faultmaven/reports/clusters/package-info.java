@NullMarked
package com.faultmaven.reports.clusters;

import org.jspecify.annotations.NullMarked;
