package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.AUTHENTICATION_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** Only what the gateway sends says who calls. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {
      "faultmaven.identity.gateway.header=X-From-Gateway",
      "faultmaven.identity.gateway.secrets=" + GatewayProofTest.OLD + "," + GatewayProofTest.NEW,
      "faultmaven.identity.gateway.networks=127.0.0.0/8,::1",
      "logging.level.com.faultmaven=TRACE",
    })
class GatewayProofTest extends WebTest {

  static final String OLD = "old-0123456789abcdef0123456789abcdef";
  static final String NEW = "new-0123456789abcdef0123456789abcdef";

  @AfterEach
  void neverWritesItDown(CapturedOutput output) {
    assertThat(output).doesNotContain(OLD, NEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {OLD, NEW})
  void mayHaveEitherOfTwoSecretsWhileOneReplacesTheOther(String secret) {
    HttpResponse<String> answer = send(caller().header("X-From-Gateway", secret));

    assertThat(json(answer).path("user").asString()).isEqualTo("alice");
  }

  @Test
  void mayRepeatItsSecret() {
    HttpRequest.Builder twice =
        caller().header("X-From-Gateway", OLD).header("X-From-Gateway", OLD);

    assertThat(send(twice).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "old-0123456789abcdef0123456789abcde",
        OLD + "x",
        "OLD-0123456789abcdef0123456789abcdef",
        OLD + "," + NEW
      })
  void isNobodyWithAnotherSecret(String secret) {
    assertRefused(send(caller().header("X-From-Gateway", secret)));
  }

  @Test
  void isNobodyWithNoneOrTwoSecrets() {
    assertRefused(send(caller()));
    assertRefused(send(caller().header("X-Gateway-Secret", OLD)));
    assertRefused(send(caller().header("X-From-Gateway", OLD).header("X-From-Gateway", "forged")));
  }

  @Test
  void isNotAskedForWhatIsPublic() {
    assertThat(send(request("/api/v1/services")).statusCode()).isEqualTo(200);
  }

  private HttpRequest.Builder caller() {
    return asAlice("/api/test/caller");
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(assertProblem(answer, AUTHENTICATION_REQUIRED).path("detail").asString())
        .isEqualTo("The request does not come from the gateway, which alone may say who makes it.");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }
}
