package com.faultmaven.cases;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a case is called.
 *
 * @param value 1 to 200 characters, trimmed
 */
public record Title(String value) {

  private static final int MAX_LENGTH = 200;
  private static final DateTimeFormatter MONTH_AND_DAY =
      DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

  public Title {
    value = Text.trim(value);
    if (value.isEmpty()) {
      throw InvalidRequest.body("/title", "blank", "title must not be blank.");
    }
    if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
      throw InvalidRequest.body("/title", "too_long", "title must be at most 200 characters long.");
    }
  }

  /** The title of a case nobody named: the n-th of its owner's on that day. */
  static Title generated(LocalDate day, int number) {
    return new Title(generatedPrefix(day) + number);
  }

  /** What the titles of all cases nobody named on that day begin with. */
  static String generatedPrefix(LocalDate day) {
    return "Case-" + MONTH_AND_DAY.format(day) + "-";
  }
}
