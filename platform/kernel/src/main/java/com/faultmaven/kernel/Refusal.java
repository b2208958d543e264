package com.faultmaven.kernel;

import java.util.Map;

/**
 * An expected "no": the domain declines a request, and the response says why. Carries no stack
 * trace, because nothing went wrong here.
 */
public abstract class Refusal extends RuntimeException {

  private static final int LONGEST_SHOWN = 100;

  private final ProblemType type;
  private final transient Map<String, Object> extensions;

  /**
   * @param detail a sentence for a person
   */
  protected Refusal(ProblemType type, String detail) {
    this(type, detail, Map.of());
  }

  /**
   * @param extensions further members of the answer, RFC 9457 section 3.2
   */
  protected Refusal(ProblemType type, String detail, Map<String, Object> extensions) {
    super(detail, null, false, false);
    this.type = type;
    this.extensions = Map.copyOf(extensions);
  }

  /** What a caller sent, as it is repeated to it: at most 100 characters of it. */
  protected static String shown(String sent) {
    return sent.codePointCount(0, sent.length()) <= LONGEST_SHOWN
        ? sent
        : sent.substring(0, sent.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }

  public ProblemType type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Header fields that belong to this answer. */
  public Map<String, String> headers() {
    return Map.of();
  }

  public Map<String, Object> extensions() {
    return extensions;
  }
}
