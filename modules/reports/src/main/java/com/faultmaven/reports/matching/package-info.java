/** Which reports seem to belong to which cases; people decide. */
@NullMarked
package com.faultmaven.reports.matching;

import org.jspecify.annotations.NullMarked;
