package com.faultmaven.casesv1;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.ProblemType;
import com.faultmaven.kernel.Violation;
import com.faultmaven.web.RequestIds;
import com.faultmaven.web.contract.ContractVersion;
import com.faultmaven.web.problems.Problem;
import com.faultmaven.web.problems.ProblemRendering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Errors as v1's clients know them: {@code {"detail": …}}, a sentence or a list of mistakes. */
@Component
class V1Problems implements ProblemRendering {

  /** The version whose clients these are. */
  static final ContractVersion V1 = new ContractVersion("cases", "v1");

  @Override
  public boolean covers(ContractVersion version) {
    return version.equals(V1);
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  /** A body that is no JSON was a validation failure like any other. */
  @Override
  public int status(Problem problem) {
    return isListed(problem.type()) ? 422 : problem.type().status();
  }

  @Override
  public Map<String, Object> body(Problem problem, String path, RequestIds ids) {
    Object detail =
        switch (problem.type()) {
          case CommonProblem.AUTHENTICATION_REQUIRED -> "User ID header (X-User-ID) is required";
          case CommonProblem.ROUTE_NOT_FOUND -> "Not Found";
          case CommonProblem.METHOD_NOT_ALLOWED -> "Method Not Allowed";
          case CommonProblem.MALFORMED_BODY, CommonProblem.UNSUPPORTED_MEDIA_TYPE ->
              List.of(
                  new Mistake(
                      "json_invalid", List.of("body"), "JSON decode error", problem.detail()));
          case CommonProblem.IDEMPOTENCY_KEY_REUSED ->
              List.of(
                  new Mistake(
                      "value_error", List.of("header", "Idempotency-Key"), problem.detail(), null));
          case CommonProblem.VALIDATION_FAILED -> mistakes(problem);
          default -> problem.detail();
        };
    return Map.of("detail", detail);
  }

  private static boolean isListed(ProblemType type) {
    return type == CommonProblem.MALFORMED_BODY || type == CommonProblem.UNSUPPORTED_MEDIA_TYPE;
  }

  /** Those this module found, or those of the domain in the words of v1. */
  private static List<?> mistakes(Problem problem) {
    if (problem.extensions().get(InvalidV1Request.MISTAKES) instanceof List<?> mistakes) {
      return mistakes;
    }
    List<Mistake> mistakes = new ArrayList<>();
    if (problem.extensions().get("errors") instanceof List<?> errors) {
      for (Object error : errors) {
        if (error instanceof Violation violation) {
          mistakes.add(new Mistake("value_error", place(violation), violation.detail(), null));
        }
      }
    }
    return mistakes;
  }

  private static List<Object> place(Violation violation) {
    if (violation.pointer() == null) {
      return List.of("query", String.valueOf(violation.parameter()));
    }
    List<Object> place = new ArrayList<>(List.of("body"));
    Arrays.stream(violation.pointer().split("/"))
        .filter(step -> !step.isEmpty())
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .forEach(place::add);
    return place;
  }
}
