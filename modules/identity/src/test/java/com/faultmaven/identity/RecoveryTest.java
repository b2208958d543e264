package com.faultmaven.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who forgot a password, or has an address to verify, is helped by a mail. */
@ModuleTest
class RecoveryTest {

  private static final Path OUTBOX = Path.of("target", "outbox");
  private static final Pattern TOKEN = Pattern.compile("fmo_[A-Za-z0-9_-]{43}");
  private static final String RESET = "/api/v1/auth/password-reset";
  private static final String VERIFICATION = "/api/v1/auth/email-verification";
  private static final String BETTER = "notes upon the memoir";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  private Api anybody;
  private SignedIn ada;

  @BeforeEach
  void signIn() {
    anybody = Api.on(port);
    ada = SignedIn.on(port);
  }

  @Test
  void setsAnotherPasswordOnce() {
    request(ada.username().toUpperCase(java.util.Locale.ROOT) + "@example.com").is(202);
    String token = mailed();

    assertThat(confirm(token, "password123").is(422).violations())
        .containsExactly("/new_password:not_allowed");
    confirm(token, BETTER).is(204);

    assertThat(confirm(token, BETTER).is(422).violations()).containsExactly("/token:not_allowed");
    ada.api().get("/api/v1/auth/me").is(401, "AUTHENTICATION_REQUIRED");
    ada.login(SignedIn.PASSWORD).is(401, "INVALID_CREDENTIALS");
    Answer again = ada.login(BETTER).is(200);
    assertThat(
            ada.with(again.text("/access_token"))
                .get("/api/v1/users/" + ada.id() + "/audit")
                .is(200)
                .texts("/entries", "event_type"))
        .contains("password_reset");
  }

  @Test
  void countsOnceWhoeverComesAtTheSameTime() {
    request(ada.username() + "@example.com").is(202);
    String token = mailed();

    List<Answer> answers = Together.run(4, _ -> confirm(token, BETTER));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 422, 422, 422);
  }

  @Test
  void tellsNotWhoHasAnAccount() {
    SignedIn off = SignedIn.on(port);
    admin().post("/api/v1/admin/users/" + off.id() + "/deactivate", "").is(204);

    Answer known = request(ada.username() + "@example.com").is(202);
    Answer unknown = request("nobody-" + UUID.randomUUID() + "@example.com").is(202);
    Answer deactivated = request(off.username() + "@example.com").is(202);

    assertThat(unknown.body()).isEqualTo(known.body()).isEqualTo("{}");
    assertThat(deactivated.body()).isEqualTo(known.body());
    assertThat(tokensOf(off)).isZero();
  }

  @Test
  void keepsTheLastTokenAloneAndItsHash() {
    request(ada.username() + "@example.com").is(202);
    String first = mailed();
    request(ada.username() + "@example.com").is(202);
    assertThat(tokensOf(ada)).isOne();

    confirm(first, BETTER).is(422);
    assertThat(
            jdbc.sql("select t::text from identity.one_time_tokens t").query(String.class).list())
        .noneMatch(row -> row.contains(first));
    jdbc.sql("update identity.one_time_tokens set expires_at = now() where user_id = ?")
        .param(ada.id())
        .update();
    await().atMost(20, SECONDS).until(() -> tokens().filter(it -> !it.equals(first)).count() == 1);
    confirm(tokens().filter(it -> !it.equals(first)).findFirst().orElseThrow(), BETTER).is(422);
  }

  @Test
  void sendsFiveMailsAnHour() {
    String address = "crowded-" + UUID.randomUUID() + "@example.com";
    for (int i = 0; i < 5; i++) {
      request(address).is(202);
    }

    request(address).is(429, "RATE_LIMITED");
  }

  @Test
  void verifiesAnAddress() {
    ada.api().post(VERIFICATION, "").is(202);
    String token = mailed();

    anybody.post(VERIFICATION + "/confirm", "{\"token\":\"%s\"}".formatted(token)).is(204);

    Answer me = ada.api().get("/api/v1/auth/me").is(200);
    assertThat(me.at("/email_verified").asBoolean()).isTrue();
    anybody.post(VERIFICATION + "/confirm", "{\"token\":\"%s\"}".formatted(token)).is(422);
    confirm(token, BETTER).is(422);
    ada.api()
        .patch("/api/v1/auth/me", "{\"email\":\"%s@x.org\"}".formatted(ada.username()))
        .is(200);
    assertThat(ada.api().get("/api/v1/auth/me").at("/email_verified").asBoolean()).isFalse();
  }

  @Test
  void verifiesNoAddressThatIsAnotherByNow() {
    ada.api().post(VERIFICATION, "").is(202);
    String token = mailed();
    ada.api()
        .patch("/api/v1/auth/me", "{\"email\":\"%s@x.org\"}".formatted(ada.username()))
        .is(200);

    assertThat(
            anybody
                .post(VERIFICATION + "/confirm", "{\"token\":\"%s\"}".formatted(token))
                .is(422)
                .violations())
        .containsExactly("/token:not_allowed");
  }

  private Answer request(String address) {
    return anybody.post(RESET, "{\"email\":\"%s\"}".formatted(address));
  }

  private Answer confirm(String token, String password) {
    return anybody.post(
        RESET + "/confirm",
        "{\"token\":\"%s\",\"new_password\":\"%s\"}".formatted(token, password));
  }

  private int tokensOf(SignedIn user) {
    return jdbc.sql("select count(*) from identity.one_time_tokens where user_id = ?")
        .param(user.id())
        .query(Integer.class)
        .single();
  }

  /** The token of the mail to Ada. */
  private String mailed() {
    await().atMost(20, SECONDS).until(() -> tokens().findAny().isPresent());
    return tokens().findFirst().orElseThrow();
  }

  private Stream<String> tokens() {
    if (!Files.exists(OUTBOX)) {
      return Stream.empty();
    }
    try (Stream<Path> mails = Files.list(OUTBOX)) {
      return mails
          .filter(path -> path.toString().endsWith(".eml"))
          .map(RecoveryTest::read)
          .filter(mail -> mail.contains(ada.username() + "@"))
          .map(RecoveryTest::tokenIn)
          .flatMap(Optional::stream)
          .distinct()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path mail) {
    try {
      return Files.readString(mail);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<String> tokenIn(String mail) {
    Matcher token = TOKEN.matcher(mail);
    return token.find() ? Optional.of(token.group()) : Optional.empty();
  }

  private Api admin() {
    return anybody.asSomebody().with("X-User-Roles", "admin");
  }
}
