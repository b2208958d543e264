@NullMarked
package com.faultmaven.reports;

import org.jspecify.annotations.NullMarked;
