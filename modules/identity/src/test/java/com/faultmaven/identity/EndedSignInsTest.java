package com.faultmaven.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A token of a sign-in that has ended is refused, however long it would have lasted. */
@ModuleTest
class EndedSignInsTest {

  private static final String ME = "/api/v1/auth/me";
  private static final String LOGOUT = "/api/v1/auth/logout";
  private static final String SIGN_INS = "/api/v1/auth/sign-ins";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  private SignedIn ada;

  @BeforeEach
  void signIn() {
    // of an empty database the first is its administrator, whose role cannot go
    SignedIn.on(port);
    ada = SignedIn.on(port);
  }

  @Test
  void isRefusedAtOnceAfterLogout() {
    SignedIn elsewhere = ada.again();

    Answer one = ada.api().post(LOGOUT, "{\"all\":false}").is(200);
    assertThat(one.at("/revoked_tokens").asInt()).isEqualTo(1);
    assertThat(one.at("/all_sessions_ended").asBoolean()).isFalse();
    ada.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
    ada.refresh().is(401, "INVALID_REFRESH_TOKEN");
    elsewhere.api().get(ME).is(200);

    elsewhere.again().api().post(LOGOUT, "{\"all\":null}").is(200);
    SignedIn third = ada.again();
    elsewhere = ada.again();
    Answer all = elsewhere.api().send("POST", LOGOUT, "application/json", "").is(200);
    assertThat(all.at("/revoked_tokens").asInt()).isEqualTo(2);
    assertThat(all.at("/all_sessions_ended").asBoolean()).isTrue();
    third.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
  }

  @Test
  void isRefusedSoonAfterAnotherProcessEndedIt() {
    ada.api().get(ME).is(200);
    jdbc.sql(
            """
            insert into identity.revocations (sign_in_id, revoked_at, until)
            select sign_in_id, clock_timestamp(), clock_timestamp() + interval '1 day'
            from identity.sign_ins where user_id = ?
            """)
        .param(ada.id())
        .update();

    await().atMost(5, SECONDS).until(() -> ada.api().get(ME).status() == 401);
  }

  @Test
  void canBeSeenAndEndedOneByOne() {
    SignedIn elsewhere = ada.again();
    Answer list = ada.api().get(SIGN_INS).is(200);
    assertThat(list.at("/total").asInt()).isEqualTo(2);
    assertThat(list.at("/sign_ins/1/current").asBoolean()).isTrue();
    assertThat(list.text("/sign_ins/0/network")).isIn("127.0.0.0/24", "0:0:0:0:0:0:0:0/64");
    String newest = list.text("/sign_ins/0/sign_in_id");

    SignedIn eve = SignedIn.on(port);
    eve.api().delete(SIGN_INS + "/" + newest).is(404, "SIGN_IN_NOT_FOUND");
    ada.api().delete(SIGN_INS + "/nonsense").is(404, "SIGN_IN_NOT_FOUND");
    ada.api().delete(SIGN_INS + "/" + newest).is(204);
    ada.api().delete(SIGN_INS + "/" + newest).is(404, "SIGN_IN_NOT_FOUND");

    elsewhere.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
    assertThat(ada.api().get(SIGN_INS).is(200).at("/total").asInt()).isEqualTo(1);
  }

  @Test
  void areReadPageByPage() {
    for (int i = 0; i < 4; i++) {
      ada.again();
    }
    Answer first = ada.api().get(SIGN_INS + "?limit=3").is(200);
    Answer second =
        ada.api().get(SIGN_INS + "?limit=3&cursor=" + first.text("/next_cursor")).is(200);

    assertThat(first.at("/total").asInt()).isEqualTo(5);
    assertThat(first.texts("/sign_ins", "sign_in_id"))
        .hasSize(3)
        .doesNotContainAnyElementsOf(second.texts("/sign_ins", "sign_in_id"));
    assertThat(second.texts("/sign_ins", "sign_in_id")).hasSize(2);
  }

  @Test
  void areAHundredAtMost() {
    jdbc.sql(
            """
            insert into identity.sign_ins (sign_in_id, user_id, organization_id, method, created_at,
              last_used_at, ends_at, expires_at)
            select 'signin_' || md5(? || n), ?, 'default', 'password', now() + n * interval '1 s',
              now(), now() + interval '1 day', now() + interval '1 day'
            from generate_series(1, 99) n
            """)
        .params(ada.id(), ada.id())
        .update();

    SignedIn newest = ada.again();

    ada.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
    assertThat(newest.api().get(SIGN_INS).is(200).at("/total").asInt()).isEqualTo(100);
  }

  @Test
  void endWithTheOldPasswordButTheOneThatChangedIt() {
    SignedIn elsewhere = ada.again();
    String change = "{\"current_password\":\"%s\",\"new_password\":\"%s\"}";
    String better = "notes upon the memoir";

    Answer wrong =
        ada.api().post("/api/v1/auth/password", change.formatted("wrong", better)).is(422);
    assertThat(wrong.violations()).containsExactly("/current_password:not_allowed");
    assertThat(
            ada.api()
                .post("/api/v1/auth/password", change.formatted(SignedIn.PASSWORD, "password123"))
                .is(422)
                .violations())
        .containsExactly("/new_password:not_allowed");
    ada.api().post("/api/v1/auth/password", change.formatted(SignedIn.PASSWORD, better)).is(204);

    ada.api().get(ME).is(200);
    elsewhere.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
    ada.login(SignedIn.PASSWORD).is(401, "INVALID_CREDENTIALS");
    ada.login(better).is(200);
  }

  @Test
  void endWhereAnAdministratorWantsIt() {
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "admin");
    String user = "/api/v1/admin/users/" + ada.id();

    admin.put(user + "/roles/operator").is(204);
    assertThat(ada.api().get(ME).is(200).at("/roles").toString()).contains("operator");
    admin.delete(user + "/roles/operator").is(204);
    ada.api().get(ME).is(401);

    SignedIn again = ada.again();
    admin.delete(user + "/sign-ins").is(204);
    again.api().get(ME).is(401);

    SignedIn third = ada.again();
    admin.post(user + "/deactivate", "").is(204);
    admin.post(user + "/deactivate", "").is(204);
    third.api().get(ME).is(401);
    third.refresh().is(401, "INVALID_REFRESH_TOKEN");
    admin.post(user + "/activate", "").is(204);
    ada.again().api().get(ME).is(200);
  }
}
