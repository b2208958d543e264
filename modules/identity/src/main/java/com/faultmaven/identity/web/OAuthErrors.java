package com.faultmaven.identity.web;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.web.RequestIds;
import com.faultmaven.web.contract.ContractVersion;
import com.faultmaven.web.problems.Problem;
import com.faultmaven.web.problems.ProblemRendering;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Errors as RFC 6749, section 5.2, has them: a code, a sentence, and 400 for a wrong request. */
@Component
class OAuthErrors implements ProblemRendering {

  private static final ContractVersion OAUTH = new ContractVersion("oauth", "v1");

  /** A sentence has no quotes and no backslashes, and nothing but ASCII. */
  private static final String NOT_ALLOWED = "[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]";

  @Override
  public boolean covers(ContractVersion version) {
    return version.equals(OAUTH);
  }

  /** 401 would ask for another way to authenticate the client, unless it asks who the user is. */
  @Override
  public int status(Problem problem) {
    int status = problem.type().status();
    boolean ofClient = status == 401 && problem.type() != CommonProblem.AUTHENTICATION_REQUIRED;
    return ofClient || status == 422 ? 400 : status;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Map<String, Object> body(Problem problem, String path, RequestIds ids) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("error", error(problem));
    members.put("error_description", problem.detail().replaceAll(NOT_ALLOWED, "?"));
    return members;
  }

  private static String error(Problem problem) {
    return switch (problem.type().name()) {
      case "INVALID_REFRESH_TOKEN" -> "invalid_grant";
      case "AUTHENTICATION_REQUIRED" -> "invalid_token";
      case "ACCESS_DENIED",
          "INVALID_GRANT",
          "UNAUTHORIZED_CLIENT",
          "UNSUPPORTED_GRANT_TYPE",
          "UNSUPPORTED_RESPONSE_TYPE" ->
          problem.type().name().toLowerCase(Locale.ROOT);
      default -> errorOf(problem.type().status());
    };
  }

  private static String errorOf(int status) {
    return switch (status) {
      case 429, 503 -> "temporarily_unavailable";
      case 500 -> "server_error";
      default -> "invalid_request";
    };
  }
}
