package com.faultmaven.status.web;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Violation;
import com.faultmaven.web.RequestIds;
import com.faultmaven.web.contract.ContractVersion;
import com.faultmaven.web.problems.Problem;
import com.faultmaven.web.problems.ProblemRendering;
import com.faultmaven.web.problems.Rfc9457;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Errors for two kinds of readers: the problem of every contract, and in it the original's form.
 */
@Component
class StatusProblems implements ProblemRendering {

  private static final ContractVersion V1 = new ContractVersion("status", "v1");
  private static final int UNPROCESSABLE = 422;

  @Override
  public boolean covers(ContractVersion version) {
    return version.equals(V1);
  }

  @Override
  public String contentType() {
    return "application/problem+json";
  }

  /** Whatever is wrong with the content of a request is 422. */
  @Override
  public int status(Problem problem) {
    return problem.type() == CommonProblem.MALFORMED_BODY
            || problem.type() == CommonProblem.INVALID_PARAMETER
        ? UNPROCESSABLE
        : problem.type().status();
  }

  @Override
  public Map<String, Object> body(Problem problem, String path, RequestIds ids) {
    Map<String, Object> members = Rfc9457.members(problem, status(problem), path, ids);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code(problem));
    error.put("message", message(problem));
    error.put("request_id", ids.request());
    members.put("error", error);
    return members;
  }

  private String code(Problem problem) {
    return switch (status(problem)) {
      case 404 -> "NOT_FOUND";
      case 409, 412 -> "CONFLICT";
      case UNPROCESSABLE -> "VALIDATION_ERROR";
      default -> problem.type().name();
    };
  }

  private static String message(Problem problem) {
    return problem.extensions().get("errors") instanceof List<?> errors && !errors.isEmpty()
        ? errors.stream()
            .filter(Violation.class::isInstance)
            .map(Violation.class::cast)
            .map(violation -> place(violation) + ": " + violation.detail())
            .collect(Collectors.joining("; "))
        : problem.detail();
  }

  private static String place(Violation violation) {
    if (violation.pointer() != null) {
      return "body"
          + violation.pointer().replace("/", " -> ").replace("~1", "/").replace("~0", "~");
    }
    String name = String.valueOf(violation.parameter());
    boolean header = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    return (header ? "header -> " : "query -> ") + name;
  }
}
