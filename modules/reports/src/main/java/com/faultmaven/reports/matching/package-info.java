/** Which reports seem to belong to which cases; people decide. */
@NamedInterface("matching")
@NullMarked
package com.faultmaven.reports.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
