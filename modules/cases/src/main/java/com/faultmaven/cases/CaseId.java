package com.faultmaven.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Collection;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names a case.
 *
 * @param value {@code case_} and 12 lower-case hexadecimal digits
 */
@Embeddable
public record CaseId(@Column(name = "case_id") String value) implements Serializable {

  static final Pattern FORM = Pattern.compile("case_[a-f0-9]{12}");

  /**
   * Reads what a caller sent.
   *
   * @throws CaseNotFound if no case can have that id
   */
  public static CaseId of(String sent) {
    if (!FORM.matcher(sent).matches()) {
      throw CaseNotFound.named(sent);
    }
    return new CaseId(sent);
  }

  /** As SQL takes them for {@code any(?)}. */
  public static String[] values(Collection<CaseId> ids) {
    return ids.stream().map(CaseId::value).toArray(String[]::new);
  }

  static CaseId random(RandomGenerator random) {
    return new CaseId("case_" + HexFormat.of().toHexDigits(random.nextLong(), 12));
  }

  @Override
  public String toString() {
    return value;
  }
}
