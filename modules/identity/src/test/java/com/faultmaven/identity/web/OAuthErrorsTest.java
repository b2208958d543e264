package com.faultmaven.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.web.RequestIds;
import com.faultmaven.web.contract.ContractVersion;
import com.faultmaven.web.problems.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthErrorsTest {

  private final OAuthErrors errors = new OAuthErrors();

  /** An agent that is answered 400 throws its credential away, so what passes is none. */
  @ParameterizedTest
  @CsvSource({
    "VALIDATION_FAILED, 400, invalid_request",
    "MALFORMED_BODY, 400, invalid_request",
    "AUTHENTICATION_REQUIRED, 401, invalid_token",
    "ROUTE_NOT_FOUND, 404, invalid_request",
    "RATE_LIMITED, 429, temporarily_unavailable",
    "TOO_MANY_REQUESTS, 429, temporarily_unavailable",
    "SERVICE_UNAVAILABLE, 503, temporarily_unavailable",
    "INTERNAL_ERROR, 500, server_error",
  })
  void tellWhatIsWrongFromWhatPasses(CommonProblem type, int status, String error) {
    Problem problem = new Problem(type, "Why.", Map.of(), Map.of());

    assertThat(errors.status(problem)).isEqualTo(status);
    assertThat(body(problem)).isEqualTo(Map.of("error", error, "error_description", "Why."));
  }

  @Test
  void areDescribedInTheCharactersOfTheStandard() {
    Problem problem =
        new Problem(CommonProblem.MALFORMED_BODY, "a\"b\\cédé\n~!", Map.of(), Map.of());

    assertThat(body(problem)).containsEntry("error_description", "a?b?c?d??~!");
  }

  @Test
  void areThoseOfOneContract() {
    assertThat(errors.covers(new ContractVersion("oauth", "v1"))).isTrue();
    assertThat(errors.covers(new ContractVersion("identity", "v1"))).isFalse();
  }

  private Map<String, Object> body(Problem problem) {
    CorrelationId id = CorrelationId.of("req-12345678");
    return errors.body(problem, "/api/v1/auth/oauth/token", new RequestIds(id, id.value()));
  }
}
