package com.faultmaven.movingin.original;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of the source that does not come, or not as it was. Nothing in it quotes what users wrote.
 *
 * @param rowId its id in the source
 * @param caseId the case it belongs to
 * @param field what is wrong about it
 * @param reason a word for machines
 * @param detail the same for people
 */
public record Remark(
    Kind kind,
    String rowId,
    @Nullable String caseId,
    String field,
    String reason,
    Outcome outcome,
    String detail) {

  private static final int LONGEST_ID = 100;

  /** What kind of row. */
  public enum Kind {
    CASE,
    MESSAGE,
    TAG,
    STATUS_CHANGE;

    /** As reports spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of the row. */
  public enum Outcome {
    /** It stays where it is, with all that belongs to it. */
    REFUSED,
    /** It comes, and is different. */
    CHANGED;

    /** As reports spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Remark {
    rowId = printable(rowId);
    caseId = caseId == null ? null : printable(caseId);
  }

  /** A case that stays where it is. */
  public static Remark refusedCase(String id, String field, String reason, String detail) {
    return new Remark(Kind.CASE, id, id, field, reason, Outcome.REFUSED, detail);
  }

  static Remark of(Kind kind, String id, @Nullable String caseId, UnusableValue why) {
    return new Remark(kind, id, caseId, why.field, why.reason, Outcome.REFUSED, why.detail);
  }

  static Remark changed(
      Kind kind, String id, @Nullable String caseId, String field, String reason, String detail) {
    return new Remark(kind, id, caseId, field, reason, Outcome.CHANGED, detail);
  }

  /** A broken id may be of any length, and of anything. */
  private static String printable(String id) {
    String begin = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    StringBuilder printable = new StringBuilder();
    begin.chars().forEach(it -> printable.append(it > ' ' && it < 127 ? (char) it : '?'));
    return printable.toString();
  }
}
