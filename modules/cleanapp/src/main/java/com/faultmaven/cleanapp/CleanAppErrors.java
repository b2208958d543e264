package com.faultmaven.cleanapp;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Violation;
import com.faultmaven.web.RequestIds;
import com.faultmaven.web.contract.ContractVersion;
import com.faultmaven.web.problems.Problem;
import com.faultmaven.web.problems.ProblemRendering;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Errors as CleanApp's clients know them: {@code {"error": …}}. */
@Component
class CleanAppErrors implements ProblemRendering {

  private static final String NO_SEQ = "A required parameter or header is missing.";

  @Override
  public boolean covers(ContractVersion version) {
    return version.contract().equals("cleanapp");
  }

  /** Whatever is wrong with a request is 400. */
  @Override
  public int status(Problem problem) {
    int status = problem.type().status();
    return status == 415 || status == 422 ? 400 : status;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Map<String, Object> body(Problem problem, String path, RequestIds ids) {
    return Map.of("error", words(problem));
  }

  private static String words(Problem problem) {
    return switch (problem.type().name()) {
      case "AUTHENTICATION_REQUIRED" -> "unauthorized";
      case "CASE_NOT_FOUND" -> "case not found";
      case "CASE_MERGED" -> "case was merged";
      case "MALFORMED_BODY", "UNSUPPORTED_MEDIA_TYPE" -> "invalid json";
      case "NO_RECIPIENTS" -> LetterSending.NOBODY;
      case "ROUTE_NOT_FOUND" -> "not found";
      case "METHOD_NOT_ALLOWED" -> "method not allowed";
      case "INVALID_PARAMETER" ->
          problem.detail().equals(NO_SEQ) ? ReportCasesReader.REQUIRED : problem.detail();
      default -> isAboutTheGeometry(problem) ? "invalid geometry: " + said(problem) : said(problem);
    };
  }

  private static String said(Problem problem) {
    return problem.detail().isBlank() ? problem.type().title() : problem.detail();
  }

  private static boolean isAboutTheGeometry(Problem problem) {
    return problem.type() == CommonProblem.VALIDATION_FAILED
        && problem.extensions().get("errors") instanceof List<?> errors
        && errors.stream()
            .anyMatch(it -> it instanceof Violation found && "/geometry".equals(found.pointer()));
  }
}
