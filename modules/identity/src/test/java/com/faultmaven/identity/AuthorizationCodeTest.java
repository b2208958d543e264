package com.faultmaven.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import com.faultmaven.web.Sha256;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser extension signs in by the page of a dashboard, and never sees a password. */
@ModuleTest
class AuthorizationCodeTest {

  private static final String AUTHORIZE = "/api/v1/auth/oauth/authorize";
  private static final String TOKEN = "/api/v1/auth/oauth/token";
  private static final String ME = "/api/v1/auth/me";
  private static final String CLIENT = "faultmaven-copilot";
  private static final String BACK = "https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org/";
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE =
      Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(VERIFIER));

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  private SignedIn ada;

  @BeforeEach
  void signInOnTheDashboard() {
    ada = SignedIn.on(port);
  }

  /** As the extension opens the dashboard, and that asks with what it was opened with. */
  @Test
  void tellsThePageWhatToAskThePerson() {
    Answer consent = ada.api().get(AUTHORIZE + asked("code", CLIENT, BACK, "S256")).is(200);

    assertThat(consent.text("/client_id")).isEqualTo(CLIENT);
    assertThat(consent.text("/redirect_uri")).isEqualTo(BACK);
    assertThat(consent.text("/scope")).isEqualTo("openid profile");
    assertThat(consent.text("/state")).isEqualTo("a&b");
    assertThat(consent.text("/code_challenge")).isEqualTo(CHALLENGE);
    assertThat(consent.text("/code_challenge_method")).isEqualTo("S256");
    // the newest dashboard reads it here, the one of November 2025 below user
    assertThat(consent.text("/user_id")).isEqualTo(ada.id());
    assertThat(consent.text("/username")).isEqualTo(ada.username());
    assertThat(consent.text("/user/user_id")).isEqualTo(ada.id());
    assertThat(consent.text("/user/email")).isEqualTo(ada.username() + "@example.com");
  }

  @Test
  void signsThePersonInOnTheClient() {
    Answer approved = approve().is(200);
    assertThat(approved.text("/state")).isEqualTo("a&b");
    assertThat(approved.header("Cache-Control")).isEqualTo("no-store");

    Answer tokens = exchange(approved.text("/code"), CLIENT, BACK, VERIFIER).is(200);

    assertThat(tokens.text("/user_id")).isEqualTo(ada.id());
    assertThat(tokens.text("/username")).isEqualTo(ada.username());
    assertThat(tokens.at("/expires_in").asInt()).isEqualTo(900);
    assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
    Answer signIns = ada.with(tokens.text("/access_token")).get("/api/v1/auth/sign-ins").is(200);
    assertThat(signIns.texts("/sign_ins", "method"))
        .containsExactly("authorization_code", "password");
    assertThat(signIns.texts("/sign_ins", "client_id").getFirst()).isEqualTo(CLIENT);
    ada.refresh(tokens.text("/refresh_token")).is(200);
  }

  @ParameterizedTest
  @CsvSource({
    "token, faultmaven-copilot, https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org/, S256,"
        + " unsupported_response_type",
    "code, somebody, https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org/, S256,"
        + " unauthorized_client",
    "code, faultmaven-copilot, https://evil.example/, S256, invalid_request",
    "code, faultmaven-copilot, https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org, S256,"
        + " invalid_request",
    "code, other, https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org/, S256, invalid_request",
    "code, faultmaven-copilot, https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org/, plain,"
        + " invalid_request",
  })
  void asksNobodyForWhatIsNotListed(
      String type, String client, String back, String method, String error) {
    Answer asked = ada.api().get(AUTHORIZE + asked(type, client, back, method)).is(400);
    assertThat(asked.text("/error")).isEqualTo(error);
    if (type.equals("code")) {
      Answer answered = ada.api().post(AUTHORIZE, answer(true, client, back, method)).is(400);
      assertThat(answered.text("/error")).isEqualTo(error);
    }
  }

  @Test
  void givesNothingToAPersonWhoSaysNo() {
    Answer refused = ada.api().post(AUTHORIZE, answer(false, CLIENT, BACK, "S256")).is(400);

    assertThat(refused.text("/error")).isEqualTo("access_denied");
    assertThat(codes()).isZero();
  }

  /** 401, by which the dashboard knows that it must sign in again. */
  @Test
  void needsSomebodyWhoIsSignedInAndHasAnAccount() {
    Answer nobody = Api.on(port).get(AUTHORIZE + asked("code", CLIENT, BACK, "S256")).is(401);
    assertThat(nobody.text("/error")).isEqualTo("invalid_token");
    assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");

    Api known = Api.on(port).asSomebody();
    known.get(AUTHORIZE + asked("code", CLIENT, BACK, "S256")).is(404);
    known.post(AUTHORIZE, answer(true, CLIENT, BACK, "S256")).is(404);
  }

  @Test
  void needsAChallenge() {
    String without = asked("code", CLIENT, BACK, "S256").replace(CHALLENGE, "");
    Answer asked = ada.api().get(AUTHORIZE + without).is(400);
    assertThat(asked.text("/error_description")).contains("code_challenge");
    ada.api()
        .post(AUTHORIZE, answer(true, CLIENT, BACK, "S256").replace(CHALLENGE, "short"))
        .is(400);
  }

  @ParameterizedTest
  @CsvSource({
    "other, https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org/,"
        + " dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    "faultmaven-copilot, moz-extension://0b8f6c1e/callback.html,"
        + " dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    "faultmaven-copilot, https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org/,"
        + " another-verifier-of-forty-three-characters-abc",
    "faultmaven-copilot, https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org/, short",
  })
  void givesNoTokensToAnotherClientAndTakesNothingFromTheRightOne(
      String client, String back, String verifier) {
    String code = approve().is(200).text("/code");

    assertInvalid(exchange(code, client, back, verifier));
    assertInvalid(exchange(code + "x", CLIENT, BACK, VERIFIER));

    exchange(code, CLIENT, BACK, VERIFIER).is(200);
    // and ends nothing of it either
    assertInvalid(exchange(code, client, back, verifier));
    assertThat(ada.api().get("/api/v1/auth/sign-ins").is(200).at("/total").asInt()).isEqualTo(2);
  }

  @Test
  void endsTheSignInOfACodeThatComesTwice() {
    String code = approve().is(200).text("/code");
    Answer tokens = exchange(code, CLIENT, BACK, VERIFIER).is(200);

    assertInvalid(exchange(code, CLIENT, BACK, VERIFIER));

    ada.with(tokens.text("/access_token")).get(ME).is(401);
    ada.refresh(tokens.text("/refresh_token")).is(401, "INVALID_REFRESH_TOKEN");
    ada.api().get(ME).is(200);
    assertThat(
            ada.api()
                .get("/api/v1/users/" + ada.id() + "/audit")
                .is(200)
                .texts("/entries", "event_type"))
        .contains("refresh_reuse");
  }

  @Test
  void countsOnceHoweverManyComeTogether() {
    String code = approve().is(200).text("/code");

    List<Answer> answers = Together.run(5, _ -> exchange(code, CLIENT, BACK, VERIFIER));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(4);
  }

  @Test
  void endsWithItsMinuteAndWithTheSignInItWasGivenOn() {
    String late = approve().is(200).text("/code");
    jdbc.sql("update identity.authorization_codes set expires_at = now() where user_id = ?")
        .param(ada.id())
        .update();
    assertInvalid(exchange(late, CLIENT, BACK, VERIFIER));

    String orphaned = approve().is(200).text("/code");
    ada.api().post("/api/v1/auth/logout", "{\"all\":false}").is(200);
    assertInvalid(exchange(orphaned, CLIENT, BACK, VERIFIER));
  }

  @Test
  void isForNobodyWhoWasDeactivatedOrDeleted() {
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "admin");
    SignedIn eve = SignedIn.on(port);
    String first = approve(eve).is(200).text("/code");
    admin.post("/api/v1/admin/users/" + eve.id() + "/deactivate", "").is(204);
    assertInvalid(exchange(first, CLIENT, BACK, VERIFIER));
    admin.delete("/api/v1/users/" + eve.id()).is(204);
    assertInvalid(exchange(first, CLIENT, BACK, VERIFIER));
  }

  @Test
  void refreshesOnTheClientItWasGivenTo() {
    String code = approve().is(200).text("/code");
    String token = exchange(code, CLIENT, BACK, VERIFIER).is(200).text("/refresh_token");

    assertInvalid(refresh(token, "other"));

    refresh(token, CLIENT).is(200);
  }

  /** What somebody signed in with before is nobody's. */
  @Test
  void comparesNoClientWhereNoneWasGivenACode() {
    refresh(ada.refreshToken(), "faultmaven-slack-agent").is(200);
  }

  @Test
  void keepsTwentyAtMostAndHashesAlone() {
    String code = "";
    for (int i = 0; i < 25; i++) {
      code = approve().is(200).text("/code");
    }

    assertThat(codes()).isEqualTo(20);
    assertThat(
            jdbc.sql("select c::text from identity.authorization_codes c")
                .query(String.class)
                .list())
        .noneMatch(row -> row.contains("fmc_"));
    exchange(code, CLIENT, BACK, VERIFIER).is(200);
  }

  private int codes() {
    return jdbc.sql("select count(*) from identity.authorization_codes where user_id = ?")
        .param(ada.id())
        .query(Integer.class)
        .single();
  }

  private Answer approve() {
    return approve(ada);
  }

  private static Answer approve(SignedIn who) {
    return who.api().post(AUTHORIZE, answer(true, CLIENT, BACK, "S256"));
  }

  private static String asked(String type, String client, String back, String method) {
    return "?response_type=%s&client_id=%s&redirect_uri=%s&state=a%%26b&code_challenge=%s"
            .formatted(type, client, URLEncoder.encode(back, UTF_8), CHALLENGE)
        + "&code_challenge_method="
        + method
        + "&scope=openid+profile";
  }

  private static String answer(boolean approved, String client, String back, String method) {
    return """
        {"approved":%s,"client_id":"%s","redirect_uri":"%s","code_challenge":"%s",
        "code_challenge_method":"%s","scope":"openid profile","state":"a&b"}
        """
        .formatted(approved, client, back, CHALLENGE, method);
  }

  private Answer exchange(String code, String client, String back, String verifier) {
    return Api.on(port)
        .post(
            TOKEN,
            """
            {"grant_type":"authorization_code","code":"%s","client_id":"%s","redirect_uri":"%s",
            "code_verifier":"%s"}
            """
                .formatted(code, client, back, verifier));
  }

  private Answer refresh(String token, String client) {
    return Api.on(port)
        .post(
            TOKEN,
            "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"%s\",\"client_id\":\"%s\"}"
                .formatted(token, client));
  }

  private static void assertInvalid(Answer answer) {
    assertThat(answer.is(400).text("/error")).isEqualTo("invalid_grant");
  }
}
