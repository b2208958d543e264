package com.faultmaven.reports;

import com.faultmaven.cases.Metadata;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is to be different about a report; null leaves it as it is. */
public record ReportEdit(
    @Nullable ReportStatus status,
    @Nullable Visibility visibility,
    UnaryOperator<Metadata> metadata) {

  /** Whether it takes somebody who judges reports. */
  boolean judges(Report before) {
    return status == ReportStatus.REJECTED
        || visibility == Visibility.QUARANTINED
        || status != null && before.status() == ReportStatus.REJECTED
        || visibility != null && before.visibility() == Visibility.QUARANTINED;
  }
}
