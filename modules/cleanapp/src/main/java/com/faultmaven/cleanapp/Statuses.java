package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseStatus;
import com.faultmaven.kernel.Text;
import java.util.Locale;

/** Where cases stand, in CleanApp's words. */
final class Statuses {

  static final String MERGED = "merged";

  private static final int LONGEST_SHOWN = 32;

  private Statuses() {}

  static String word(CaseStatus status) {
    return status == CaseStatus.CONSULTING ? "open" : status.word();
  }

  /** The status of a case that may show with another one. */
  static String word(CaseStatus status, boolean merged) {
    return merged ? MERGED : word(status);
  }

  /**
   * Reads a word.
   *
   * @throws Refused if it is none
   */
  static CaseStatus of(String sent) {
    return switch (Text.trim(sent).toLowerCase(Locale.ROOT)) {
      case "open" -> CaseStatus.CONSULTING;
      case "investigating", "active", "in_progress", "reopened" -> CaseStatus.INVESTIGATING;
      case "resolved", "done", "fixed" -> CaseStatus.RESOLVED;
      case "closed" -> CaseStatus.CLOSED;
      default -> throw Refused.because("unknown status: " + shown(sent));
    };
  }

  private static String shown(String sent) {
    return sent.codePointCount(0, sent.length()) <= LONGEST_SHOWN
        ? sent
        : sent.substring(0, sent.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }
}
