package com.faultmaven.bench.sql;

import java.util.regex.Pattern;

/** Values that are recognized in the parameters of what is recorded, and replaced. */
public final class Marks {

  /** The user whose request is recorded. */
  public static final String OWNER = "bench-probe";

  /** What the recorded search is for. */
  public static final String WORD = "zqprobe";

  /** What stands in the recorded texts, and is another word each time. */
  public static final String NEW_WORD = "zqnewword";

  /** The bytes of the longest value that is made anew. */
  static final int LONGEST = 32;

  /** What {@link #OWNER}'s case is set to before an operation on it is recorded. */
  public enum Counter {
    VERSION("version"),
    FACTS("facts"),
    MESSAGES(
        "coalesce((select max(turn_number) from messages.messages m where m.case_id = c.case_id), 0)"),
    STATUS_CHANGES("status_changes");

    private final String sql;

    Counter(String sql) {
      this.sql = sql;
    }

    /** Of a case {@code c}. */
    public String sql() {
      return sql;
    }

    public int mark() {
      return 71_000_001 + ordinal() * 1_000_000;
    }

    /** Which number it is: the mark, or a few more; -1 if it is some other number. */
    static int of(long number) {
      int counter = (int) (number / 1_000_000) - 71;
      return counter >= 0 && counter < values().length && number % 1_000_000 < 100 ? counter : -1;
    }
  }

  static final Pattern IN_TEXT =
      Pattern.compile(
          "(?<case>case_[0-9a-f]{12})|(?<message>msg_[0-9a-f]{16})"
              + "|(?<uuid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
              + "|(?<counter>\\b7[1-4]0000\\d\\d\\b)|(?<owner>"
              + OWNER
              + ")|(?<word>"
              + WORD
              + ")|(?<fresh>"
              + NEW_WORD
              + ")");

  private Marks() {}
}
