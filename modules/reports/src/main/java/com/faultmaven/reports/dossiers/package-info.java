/** What reports say of cases: what is linked to them, and which show together. */
@NamedInterface("dossiers")
@NullMarked
package com.faultmaven.reports.dossiers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
