package com.faultmaven.reports.clusters;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Identifies a cluster.
 *
 * @param value {@code clst_} and 16 lower-case hexadecimal digits
 */
public record ClusterId(String value) {

  private static final Pattern FORM = Pattern.compile("clst_[0-9a-f]{16}");

  /**
   * Reads what a caller sent.
   *
   * @throws ClusterNotFound if no cluster can have that id
   */
  public static ClusterId of(String sent) {
    return found(sent).orElseThrow(() -> ClusterNotFound.named(sent));
  }

  /** Reads what a caller sent, if a cluster can have that id. */
  public static Optional<ClusterId> found(String sent) {
    return FORM.matcher(sent).matches() ? Optional.of(new ClusterId(sent)) : Optional.empty();
  }

  static ClusterId random(RandomGenerator random) {
    return new ClusterId("clst_" + HexFormat.of().toHexDigits(random.nextLong()));
  }

  @Override
  public String toString() {
    return value;
  }
}
