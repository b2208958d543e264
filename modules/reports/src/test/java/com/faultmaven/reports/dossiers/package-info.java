@NullMarked
package com.faultmaven.reports.dossiers;

import org.jspecify.annotations.NullMarked;
