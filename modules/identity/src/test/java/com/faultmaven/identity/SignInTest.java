package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class SignInTest {

  private static final String ME = "/api/v1/auth/me";
  private static final String REGISTER = "/api/v1/auth/register";
  private static final String LOGIN = "/api/v1/auth/login";

  @LocalServerPort private int port;
  @Autowired private DataSource database;
  private Api anybody;

  @BeforeEach
  void connect() {
    anybody = Api.on(port);
  }

  @Test
  void givesTokensToWhoRegistersAndSignsIn() {
    SignedIn ada = SignedIn.on(port);

    assertThat(ada.tokens().header("Location")).isEqualTo("/api/v1/users/" + ada.id());
    assertThat(ada.tokens().header("Cache-Control")).isEqualTo("no-store");
    assertThat(ada.id()).matches("user_[0-9a-f]{16}");
    assertThat(ada.refreshToken()).matches("fmr_[A-Za-z0-9_-]{43}");
    assertThat(ada.tokens().at("/expires_in").asInt()).isEqualTo(900);
    assertThat(ada.tokens().at("/refresh_expires_in").asInt()).isEqualTo(7 * 24 * 3600);
    Answer me = ada.again().api().get(ME).is(200);
    assertThat(me.text("/user_id")).isEqualTo(ada.id());
    assertThat(me.at("/token_count").asInt()).isEqualTo(2);
    assertThat(me.at("/organization").isNull()).isTrue();
    assertThat(me.text("/provider")).isEqualTo("local");
  }

  @Test
  void opensASessionOfTheClientOrResumesIt() {
    SignedIn ada = SignedIn.on(port);
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\",\"client_id\":\"browser-7f3a\"}"
            .formatted(ada.username(), SignedIn.PASSWORD);

    String first = anybody.post(LOGIN, body).is(200).text("/session_id");
    String again = anybody.post(LOGIN, body).is(200).text("/session_id");

    assertThat(again).isEqualTo(first).isNotEqualTo(ada.tokens().text("/session_id"));
    assertThat(ada.api().get("/api/v1/sessions/" + first).is(200).text("/client_id"))
        .isEqualTo("browser-7f3a");
  }

  @Test
  void takesUsernameAndEmailInEachOthersPlaceAndInAnyCase() {
    SignedIn ada = SignedIn.on(port);
    String email = ada.username() + "@example.com";

    for (String name :
        new String[] {
          "\"username\":\"" + ada.username().toUpperCase(java.util.Locale.ROOT) + "\"",
          "\"username\":\"" + email + "\",\"email\":null",
          "\"email\":\"" + email + "\",\"display_name\":null",
          "\"email\":\"" + ada.username() + "\""
        }) {
      anybody.post(LOGIN, "{%s,\"password\":\"%s\"}".formatted(name, SignedIn.PASSWORD)).is(200);
    }
  }

  @Test
  void tellsAnUnknownNameNotFromAWrongPassword() {
    SignedIn ada = SignedIn.on(port);
    SignedIn off = SignedIn.on(port);
    admin().post("/api/v1/admin/users/" + off.id() + "/deactivate", "").is(204);

    Answer wrong = ada.login("wrong and more wrong").is(401, "INVALID_CREDENTIALS");
    Answer unknown =
        anybody
            .post(LOGIN, "{\"username\":\"nobody\",\"password\":\"wrong and more wrong\"}")
            .is(401, "INVALID_CREDENTIALS");
    Answer deactivated = off.login("wrong and more wrong").is(401, "INVALID_CREDENTIALS");

    assertThat(words(unknown)).isEqualTo(words(wrong));
    assertThat(words(deactivated)).isEqualTo(words(wrong));
    assertThat(wrong.text("/detail").toLowerCase(java.util.Locale.ROOT)).doesNotContain("session");
    off.login(SignedIn.PASSWORD).is(403, "ACCOUNT_DISABLED");
  }

  private static String words(Answer answer) {
    return answer.text("/code") + answer.text("/title") + answer.text("/detail");
  }

  /** An unknown name costs a hash like a known one: at least a quarter of its time. */
  @Test
  void takesAsLongForAnUnknownName() {
    SignedIn ada = SignedIn.on(port);
    long known = fastest(() -> ada.login("wrong and more wrong").is(401));
    long unknown =
        fastest(
            () ->
                anybody
                    .post(LOGIN, "{\"username\":\"nobody\",\"password\":\"wrong and more\"}")
                    .is(401));

    assertThat(unknown).isGreaterThan(known / 4);
  }

  private static long fastest(Runnable work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void comparesAllOfAPassword() {
    String name = "long-" + UUID.randomUUID();
    String longest = "correct horse battery staple ".repeat(3).substring(0, 72);
    anybody
        .post(
            REGISTER,
            "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"%2$s\"}"
                .formatted(name, longest))
        .is(201);
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}";

    anybody.post(LOGIN, body.formatted(name, longest)).is(200);
    anybody.post(LOGIN, body.formatted(name, longest + "12345678")).is(401, "INVALID_CREDENTIALS");
  }

  @ParameterizedTest
  @CsvSource({
    "short             , /password:too_short",
    "password123       , /password:not_allowed",
    "aaaaaaaaaaaaaaaa  , /password:not_allowed",
    "grace.hopper      , /password:not_allowed",
    "grace@example.com , /password:not_allowed",
  })
  void takesNoPasswordThatIsEasilyGuessed(String password, String violation) {
    Answer refused =
        anybody
            .post(
                REGISTER,
                "{\"username\":\"grace.hopper\",\"email\":\"grace@example.com\",\"password\":\"%s\"}"
                    .formatted(password))
            .is(422, "VALIDATION_FAILED");

    assertThat(refused.violations()).containsExactly(violation);
  }

  @Test
  void takesNoPasswordLongerThanIsCompared() {
    String sent = "{\"username\":\"grace\",\"email\":\"g@example.com\",\"password\":\"%s\"}";

    assertThat(
            anybody.post(REGISTER, sent.formatted("\u00e4\u00f6".repeat(19))).is(422).violations())
        .containsExactly("/password:too_long");
    assertThat(anybody.post(REGISTER, sent.formatted("x".repeat(2000))).is(422).violations())
        .containsExactly("/password:too_long");
    anybody.post(REGISTER, sent.formatted("x".repeat(1 << 20))).is(413, "BODY_TOO_LARGE");
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', /username:required",
    "'{\"username\":\"ab\"}', /username:invalid_format",
    "'{\"username\":\"with space\"}', /username:invalid_format",
    "'{\"username\":\"sound\"}', /email:required",
    "'{\"username\":\"sound\",\"email\":\"two@at@signs\"}', /email:invalid_format",
    "'{\"username\":\"sound\",\"colour\":1}', /colour:unknown_property",
  })
  void saysWhatIsWrongWithAnAccount(String body, String violation) {
    assertThat(anybody.post(REGISTER, body).is(422, "VALIDATION_FAILED").violations())
        .containsExactly(violation);
  }

  @Test
  void tellsNotWhichNameIsTaken() {
    SignedIn ada = SignedIn.on(port);
    String password = "\"password\":\"" + SignedIn.PASSWORD + "\"";

    Answer name =
        anybody
            .post(
                REGISTER,
                "{\"username\":\"%s\",\"email\":\"%s@x.org\",%s}"
                    .formatted(ada.username(), UUID.randomUUID(), password))
            .is(409, "USER_EXISTS");
    Answer email =
        anybody
            .post(REGISTER, "{\"email\":\"%s@EXAMPLE.com\",%s}".formatted(ada.username(), password))
            .is(409, "USER_EXISTS");

    assertThat(words(email)).isEqualTo(words(name));
  }

  @Test
  void letsAccountsWithoutAPasswordInWithoutOne() {
    String name = "dev-" + UUID.randomUUID();
    String body = "{\"username\":\"%s\",\"email\":null,\"display_name\":null}".formatted(name);
    anybody.post("/api/v1/auth/dev-login", body).is(401, "INVALID_CREDENTIALS");
    Answer registered = anybody.post("/api/v1/auth/dev-register", body).is(201);
    assertThat(registered.text("/user/email")).isEqualTo(name + "@dev.faultmaven.local");
    assertThat(registered.at("/user/is_dev_user").asBoolean()).isTrue();

    long before = System.currentTimeMillis();
    Answer day = anybody.post("/api/v1/auth/dev-login", body).is(200);
    assertThat(day.at("/expires_in").asInt()).isEqualTo(86_400);
    assertThat(day.at("/expires_at").asLong() - before).isBetween(86_300_000L, 86_500_000L);
    assertThat(
            anybody.post(LOGIN, "{\"username\":\"%s\"}".formatted(name)).is(200).at("/expires_in"))
        .hasToString("900");
    SignedIn ada = SignedIn.on(port);
    anybody
        .post(LOGIN, "{\"username\":\"%s\"}".formatted(ada.username()))
        .is(401, "INVALID_CREDENTIALS");
  }

  @Test
  void ignoresAKeyAndStoresNoAnswer() {
    SignedIn ada = SignedIn.on(port);
    Api keyed = anybody.with("Idempotency-Key", "the-same-" + UUID.randomUUID());
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(ada.username(), SignedIn.PASSWORD);

    String first = keyed.post(LOGIN, body).is(200).text("/refresh_token");
    String second = keyed.post(LOGIN, body).is(200).text("/refresh_token");

    assertThat(first).isNotEqualTo(second);
  }

  /** However much the rest of the service is at. */
  @Test
  void takesNoConnectionOfTheBackground() throws SQLException {
    SignedIn ada = SignedIn.on(port);
    List<Connection> taken = new ArrayList<>();
    try {
      takeAll(taken);

      ada.again().refresh().is(200);
      Api.on(port).get("/.well-known/jwks.json").is(200);
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  /** All that are left: this thread serves nobody. */
  private void takeAll(List<Connection> taken) throws SQLException {
    try {
      while (true) {
        taken.add(database.getConnection());
      }
    } catch (SQLTransientConnectionException none) {
      assertThat(taken).isNotEmpty();
    }
  }

  /** Whatever is wrong with a request, its secret is in nothing that is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "register | {'username':'x y','email':'none','password':'%s'}",
        "register | {'username':'grace','email':'g@example.com','password':'%s%1$s%1$s'}",
        "register | {'username':'grace','email':'g@example.com','password':['%s']}",
        "register | {'username':'grace','password':'%s",
        "login | {'username':'nobody','password':'%s'}",
        "login | {'username':'nobody','password':{'is':'%s'}}",
        "refresh | {'refresh_token':'%s'}",
        "refresh | {'refresh_token':'%s','colour':1}",
        "oauth/token | {'grant_type':'refresh_token','client_id':'c','refresh_token':'%s'}",
        "oauth/token | {'grant_type':'authorization_code','client_id':'c','code':'%s'}",
        "password-reset/confirm | {'token':'%s','new_password':'%1$s'}",
        "email-verification/confirm | {'token':'%s'}",
        "logout | {'all':'%s'}",
        "password | {'current_password':'%s','new_password':'%1$s'}",
      })
  void repeatsNoSecretThatItRefuses(String operation, String body) {
    String secret = "fmr_a-secret-of-nobody-" + UUID.randomUUID();

    Answer refused =
        anybody
            .with("Authorization", "Bearer " + secret)
            .post("/api/v1/auth/" + operation, body.replace('\'', '"').formatted(secret));

    assertThat(refused.status()).isBetween(400, 422);
    assertThat(refused.body()).doesNotContain(secret.substring(4));
    assertThat(refused.response().headers().toString()).doesNotContain(secret.substring(4));
  }

  @Test
  void saysHowToSignIn() {
    Answer config = anybody.get("/api/v1/auth/config").is(200);

    assertThat(config.text("/login_endpoint")).isEqualTo(LOGIN);
    assertThat(config.at("/supports_registration").asBoolean()).isTrue();
    assertThat(config.at("/oauth").isNull()).isTrue();
  }

  @Test
  void makesAProfileOfWhatAGatewaySays() {
    Api gateway = anybody.as("user_of_a_gateway").with("X-User-Email", "u@example.com");

    Answer me = gateway.get(ME).is(200);
    assertThat(me.text("/provider")).isEqualTo("gateway");
    assertThat(me.text("/email")).isEqualTo("u@example.com");
    assertThat(me.at("/version").asInt()).isZero();
    gateway.patch(ME, "{\"display_name\":\"U\"}").is(404, "USER_NOT_FOUND");
    gateway
        .post(
            "/api/v1/auth/password",
            "{\"current_password\":\"x\",\"new_password\":\"the difference engine\"}")
        .is(404, "USER_NOT_FOUND");
  }

  private Api admin() {
    return anybody.asSomebody().with("X-User-Roles", "admin");
  }
}
