package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** In production nobody is let in more easily than they asked for. */
@ModuleTest
@ActiveProfiles("production")
@TestPropertySource(
    properties = {
      "faultmaven.accounts.bootstrap.username=Root",
      "faultmaven.accounts.bootstrap.email=root@example.com",
      "faultmaven.accounts.bootstrap.password=the analytical engine weaves",
      "faultmaven.passwords.cost=5",
      // mails of other tests are none of its business
      "faultmaven.tasks.look=1h"
    })
@DirtiesContext
class ProductionAccountsTest {

  private static final String LOGIN = "/api/v1/auth/login";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  @Autowired private FirstAdministrator first;

  @Test
  void haveTheAdministratorWhomTheSettingsName() {
    jdbc.sql("delete from identity.users").update();
    SignedIn early = SignedIn.on(port);
    assertThat(early.tokens().at("/user/roles").toString()).doesNotContain("admin");

    first.run(new DefaultApplicationArguments());
    // as at the next start
    first.run(new DefaultApplicationArguments());

    Answer root = login("root", SignedIn.PASSWORD).is(200);
    assertThat(root.at("/user/roles").toString()).contains("admin");
    assertThat(
            jdbc.sql("select count(*) from identity.users where 'admin' = any(roles)")
                .query(Integer.class)
                .single())
        .isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/auth/dev-login, 404",
    "/api/v1/auth/dev-register, 404",
    "/api/v1/auth/register, 422",
    "/api/v1/auth/login, 401"
  })
  void areNeverWithoutAPassword(String path, int status) {
    Answer refused =
        Api.on(port)
            .post(
                path,
                "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\"}"
                    .formatted("nobody-" + UUID.randomUUID().toString().substring(0, 8)))
            .is(status);
    if (status == 422) {
      assertThat(refused.violations()).containsExactly("/password:required");
    }
  }

  /** A link in a mail that nobody gets helps nobody. */
  @Test
  void areNotRecoveredWhereNoMailIsSent() {
    Api.on(port)
        .post("/api/v1/auth/password-reset", "{\"email\":\"ada@example.com\"}")
        .is(404, "ROUTE_NOT_FOUND");
    assertThat(
            Api.on(port)
                .get("/api/v1/auth/config")
                .is(200)
                .at("/features/supports_password_reset")
                .asBoolean())
        .isFalse();
  }

  @Test
  void areSixtyAnHourFromANetwork() {
    Api there = from("2001:db8:a:1::1");
    for (int i = 0; i < 60; i++) {
      register(there).is(201);
    }

    Answer refused = register(there);
    // one comes back each minute
    for (int i = 0; i < 5 && refused.status() == 201; i++) {
      refused = register(there);
    }
    assertThat(refused.is(429, "RATE_LIMITED").header("Retry-After")).matches("[1-9][0-9]?");
    register(from("2001:db8:a:2::1")).is(201);
  }

  /** What was hashed at a lower cost is hashed anew by whoever knows the password. */
  @Test
  void haveStrongerHashesOnceTheirOwnersSignIn() {
    SignedIn ada = SignedIn.on(port);
    String weak = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(SignedIn.PASSWORD);
    jdbc.sql("update identity.users set password_hash = ? where user_id = ?")
        .params(weak, ada.id())
        .update();

    ada.login("wrong and more wrong").is(401);
    assertThat(hash(ada)).isEqualTo(weak);
    ada.login(SignedIn.PASSWORD).is(200);

    assertThat(hash(ada)).startsWith("{bcrypt}$2a$05$");
    ada.login(SignedIn.PASSWORD).is(200);
  }

  private String hash(SignedIn user) {
    return jdbc.sql("select password_hash from identity.users where user_id = ?")
        .param(user.id())
        .query(String.class)
        .single();
  }

  private Answer login(String name, String password) {
    return Api.on(port)
        .post(LOGIN, "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  private static Answer register(Api api) {
    return SignedIn.register(api, "many-" + UUID.randomUUID().toString().substring(0, 12));
  }

  private Api from(String address) {
    return Api.on(port).with("X-Forwarded-For", address);
  }
}
