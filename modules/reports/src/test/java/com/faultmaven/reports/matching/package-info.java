@NullMarked
package com.faultmaven.reports.matching;

import org.jspecify.annotations.NullMarked;
