package com.faultmaven.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.net.URLEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tokens as OAuth has them, for clients that know nothing else. */
@ModuleTest
class OAuthTest {

  private static final String TOKEN = "/api/v1/auth/oauth/token";
  private static final String REVOKE = "/api/v1/auth/oauth/revoke";
  private static final String ME = "/api/v1/auth/me";
  private static final String FORM = "application/x-www-form-urlencoded";

  @LocalServerPort private int port;
  private SignedIn ada;

  @BeforeEach
  void register() {
    ada = SignedIn.on(port);
  }

  @Test
  void givesNewTokensAndSaysWhoseTheyAre() {
    Answer tokens = exchange(ada.refreshToken()).is(200);

    assertThat(tokens.text("/user_id")).isEqualTo(ada.id());
    assertThat(tokens.text("/username")).isEqualTo(ada.username());
    assertThat(tokens.text("/token_type")).isEqualTo("bearer");
    assertThat(tokens.at("/expires_in").asInt()).isEqualTo(900);
    assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
    assertThat(tokens.text("/refresh_token")).isNotEqualTo(ada.refreshToken());
    ada.with(tokens.text("/access_token")).get(ME).is(200);
    ada.refresh(tokens.text("/refresh_token")).is(200);
  }

  /** An agent that waits for two minutes sends the same again. */
  @Test
  void givesThemAgainToWhomTheyDidNotReach() {
    exchange(ada.refreshToken()).is(200);

    exchange(ada.refreshToken()).is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {FORM, "Application/X-WWW-Form-URLEncoded; charset=UTF-8", FORM + ";charset=x"})
  void readsForms(String type) {
    String form =
        "grant_type=refresh%5Ftoken&client_id=a+client&scope=&unknown=1&refresh_token="
            + ada.refreshToken();

    assertThat(Api.on(port).send("POST", TOKEN, type, form).is(200).text("/user_id"))
        .isEqualTo(ada.id());
  }

  @Test
  void readsTheSecondOfTwoFieldsIfTheFirstHasNoValue() {
    post(TOKEN, "client_id=&client_id=c&grant_type=refresh_token&refresh_token=x").is(400);
    assertThat(
            post(
                    TOKEN,
                    "client_id=&client_id=c&grant_type=refresh_token&refresh_token="
                        + ada.refreshToken())
                .is(200)
                .text("/username"))
        .isEqualTo(ada.username());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | invalid_request | grant_type",
        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"x\"} | invalid_request | client_id",
        "{\"grant_type\":\"refresh_token\",\"client_id\":\"c\"} | invalid_request | refresh_token",
        "{\"grant_type\":\"refresh_token\",\"client_id\":\"c\",\"refresh_token\":null}"
            + " | invalid_request | refresh_token",
        "{\"grant_type\":\"refresh_token\",\"client_id\":5,\"refresh_token\":\"x\"}"
            + " | invalid_request | client_id",
        "{\"grant_type\":\"password\",\"client_id\":\"c\",\"more\":1}"
            + " | unsupported_grant_type | refresh_token or authorization_code",
        "{\"grant_type\":\"authorization_code\",\"client_id\":\"c\"} | invalid_request | code",
        "{\"grant_type\":\"authorization_code\",\"client_id\":\"c\",\"code\":\"x\","
            + "\"redirect_uri\":\"x\"} | invalid_request | code_verifier",
        "{\"grant_type\":\"authorization_code\",\"client_id\":\"c\",\"code\":\"x\","
            + "\"redirect_uri\":\"x\",\"code_verifier\":\"x\"} | invalid_grant | not valid",
        "{\"grant_type\":\"refresh_token\",\"client_id\":\"c\",\"refresh_token\":\"fmr_none\"}"
            + " | invalid_grant | not valid",
        "{\"grant_type\":\"refresh_token\",\"client_id\":\"c\",\"client_id\":\"d\"}"
            + " | invalid_request | JSON",
        "[] | invalid_request | object",
        "nonsense | invalid_request | JSON",
      })
  void saysInTheWordsOfTheStandardWhatIsWrong(String body, String error, String description) {
    assertError(Api.on(port).post(TOKEN, body), 400, error, description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grant_type=refresh_token&client_id=c&client_id=d | client_id must be given once only.",
        "grant_type=refresh_token&client_id=%zz | form",
        "grant_type=refresh_token&client_id=%ff | UTF-8",
        "grant_type=refresh_token&client_id=%00&refresh_token=x | client_id",
        "na%C3%AFve%22=1&na%C3%AFve%22=2 | na?ve? must be given once only.",
        "client_id | grant_type",
      })
  void refusesFormsThatSayNothingCertain(String form, String description) {
    assertError(post(TOKEN, form), 400, "invalid_request", description);
  }

  @Test
  void keepsItsFormWhateverIsWrong() {
    Api anybody = Api.on(port);
    assertError(anybody.send("POST", TOKEN, "text/plain", "x"), 415, "invalid_request", "media");
    assertError(post(TOKEN, "client_id=" + "c".repeat(17_000)), 413, "invalid_request", "large");
    assertError(
        anybody.with("Accept", "text/html").post(TOKEN, "{}"), 406, "invalid_request", "form");
    assertError(anybody.get(TOKEN), 405, "invalid_request", "method");
    assertError(anybody.post(TOKEN + "?a=1", "{}"), 400, "invalid_request", "a is not");
    assertError(post(REVOKE, "client_id=c"), 400, "invalid_request", "token is required.");
    assertError(post(REVOKE, "token=c"), 400, "invalid_request", "client_id is required.");
  }

  @Test
  void endsTheSignInOfATokenThatIsGivenBack() {
    SignedIn elsewhere = ada.again();
    String child = ada.refresh().is(200).text("/refresh_token");

    // as a client has it that never got the answer to its last refresh
    revoke(ada.refreshToken());

    ada.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
    ada.refresh(child).is(401, "INVALID_REFRESH_TOKEN");
    elsewhere.api().get(ME).is(200);
  }

  @Test
  void takesAnAccessTokenToo() {
    revoke(ada.access());

    ada.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
    ada.refresh().is(401, "INVALID_REFRESH_TOKEN");
  }

  @Test
  void readsJsonAndIgnoresWhatKindOfTokenItIsSaidToBe() {
    Api.on(port)
        .post(
            REVOKE,
            "{\"token\":\"%s\",\"token_type_hint\":\"access_token\",\"client_id\":\"c\",\"x\":1}"
                .formatted(ada.refreshToken()))
        .is(200);

    ada.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fmr_none", "a.b.c", "x"})
  void saysNothingAboutATokenNobodyKnows(String token) {
    revoke(token);

    ada.api().get(ME).is(200);
  }

  @Test
  void takesATokenBackMoreThanOnce() {
    revoke(ada.refreshToken());
    revoke(ada.refreshToken());
    revoke(ada.access());

    assertThat(
            ada.again()
                .api()
                .get("/api/v1/users/" + ada.id() + "/audit")
                .texts("/entries", "event_type"))
        .containsOnlyOnce("logout");
  }

  private Answer exchange(String token) {
    return Api.on(port)
        .post(
            TOKEN,
            """
            {"grant_type":"refresh_token","refresh_token":"%s","client_id":"faultmaven-slack-agent"}
            """
                .formatted(token));
  }

  private void revoke(String token) {
    Answer answer = post(REVOKE, "client_id=c&token=" + URLEncoder.encode(token, UTF_8)).is(200);
    assertThat(answer.body()).isEqualTo("{}");
  }

  private Answer post(String path, String form) {
    return Api.on(port).send("POST", path, FORM, form);
  }

  private static void assertError(Answer answer, int status, String error, String description) {
    answer.is(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Error-Code")).isNotEmpty();
    assertThat(answer.json().propertyNames()).containsExactly("error", "error_description");
    assertThat(answer.text("/error")).isEqualTo(error);
    assertThat(answer.text("/error_description")).contains(description).matches("[ -~]+");
  }
}
