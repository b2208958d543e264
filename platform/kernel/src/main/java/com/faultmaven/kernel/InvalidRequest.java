package com.faultmaven.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The request breaks the contract; says everything that is wrong with it at once. */
public final class InvalidRequest extends Refusal {

  private static final int LONGEST_DETAIL = 1000;

  private final transient List<Violation> violations;

  private InvalidRequest(ProblemType type, List<Violation> violations) {
    super(type, summary(violations), Map.of("errors", List.copyOf(violations)));
    this.violations = List.copyOf(violations);
  }

  private static String summary(List<Violation> violations) {
    String all =
        violations.stream().map(Violation::detail).distinct().collect(Collectors.joining(" "));
    return all.length() <= LONGEST_DETAIL
        ? all
        : violations.size() + " things are wrong with the request; errors lists them.";
  }

  /** The body was understood and breaks these rules: 422. */
  public static InvalidRequest body(List<Violation> violations) {
    return new InvalidRequest(CommonProblem.VALIDATION_FAILED, violations);
  }

  /** The body was understood and breaks one rule: 422. */
  public static InvalidRequest body(String pointer, String code, String detail) {
    return body(List.of(Violation.inBody(pointer, code, detail)));
  }

  /** Query parameters or headers break these rules: 400. */
  public static InvalidRequest parameters(List<Violation> violations) {
    return new InvalidRequest(CommonProblem.INVALID_PARAMETER, violations);
  }

  /** A query parameter or header breaks one rule: 400. */
  public static InvalidRequest parameter(String name, String code, String detail) {
    return parameters(List.of(Violation.ofParameter(name, code, detail)));
  }

  public List<Violation> violations() {
    return violations;
  }
}
