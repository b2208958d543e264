package com.faultmaven.web.problems;

import com.faultmaven.kernel.ProblemType;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/**
 * What a response says about a failure, before it is written in the format of an API version.
 *
 * @param detail a sentence for a person
 * @param extensions further members, RFC 9457 section 3.2
 * @param headers header fields of the answer
 */
public record Problem(
    ProblemType type, String detail, Map<String, Object> extensions, Map<String, String> headers) {

  public Problem {
    extensions = Map.copyOf(extensions);
    headers = Map.copyOf(headers);
  }

  static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, Map.of(), Map.of());
  }

  static Problem of(ProblemType type, String detail, Map<String, String> headers) {
    return new Problem(type, detail, Map.of(), headers);
  }

  static Problem of(Refusal refusal) {
    return new Problem(refusal.type(), refusal.detail(), refusal.extensions(), refusal.headers());
  }
}
