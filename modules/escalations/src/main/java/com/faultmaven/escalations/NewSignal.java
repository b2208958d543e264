package com.faultmaven.escalations;

import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.Metadata;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of the end of a case, and where.
 *
 * @param reportId the report of the case that says so, if one does
 */
public record NewSignal(
    Kind kind, String sourceType, String summary, @Nullable String reportId, Metadata metadata) {

  /** What was heard. */
  public enum Kind {
    ACKNOWLEDGED,
    FIXED,
    MISROUTED,
    NO_RESPONSE,
    OTHER;

    /** As table and contract spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Where it suggests to move a case of that status. */
  @Nullable CaseStatus suggests(CaseStatus now) {
    boolean over = now == CaseStatus.RESOLVED || now == CaseStatus.CLOSED;
    return kind == Kind.FIXED && !over ? CaseStatus.RESOLVED : null;
  }
}
