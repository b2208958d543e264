/** What reports say of cases: what is linked to them, and which show together. */
@NullMarked
package com.faultmaven.reports.dossiers;

import org.jspecify.annotations.NullMarked;
