/** Where one looks, which reports there seem to be one incident, and analyses that are kept. */
@NamedInterface("clusters")
@NullMarked
package com.faultmaven.reports.clusters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
