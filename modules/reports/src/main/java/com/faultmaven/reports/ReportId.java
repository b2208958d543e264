package com.faultmaven.reports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Identifies a report.
 *
 * @param value {@code rep_} and 16 lower-case hexadecimal digits
 */
public record ReportId(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("rep_[0-9a-f]{16}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReportId {}

  /**
   * Reads what a caller sent.
   *
   * @throws ReportNotFound if no report can have that id
   */
  public static ReportId of(String sent) {
    return found(sent).orElseThrow(() -> ReportNotFound.named(sent));
  }

  /** Reads what a caller sent, if a report can have that id. */
  public static Optional<ReportId> found(String sent) {
    return FORM.matcher(sent).matches() ? Optional.of(new ReportId(sent)) : Optional.empty();
  }

  /** As SQL takes them for {@code any(?)}. */
  public static String[] values(Collection<ReportId> ids) {
    return ids.stream().map(ReportId::value).toArray(String[]::new);
  }

  static ReportId random(RandomGenerator random) {
    return new ReportId("rep_" + HexFormat.of().toHexDigits(random.nextLong()));
  }

  @Override
  public String toString() {
    return value;
  }
}
