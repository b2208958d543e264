/** Where on earth something is: areas as clients send them, and whether they meet. */
@NamedInterface("areas")
@NullMarked
package com.faultmaven.reports.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
