package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account as its owner and others see it, from its first change to its end. */
@ModuleTest
class AccountTest {

  private static final String ME = "/api/v1/auth/me";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  private SignedIn ada;

  @BeforeEach
  void signIn() {
    SignedIn.on(port);
    ada = SignedIn.on(port);
  }

  @Test
  void isChangedByItsOwner() {
    Answer before = ada.api().get(ME).is(200);
    String etag = before.header("ETag");

    Answer after =
        ada.api().with("If-Match", etag).patch(ME, "{\"display_name\":\"Ada L.\"}").is(200);
    assertThat(after.text("/display_name")).isEqualTo("Ada L.");
    assertThat(after.at("/version").asInt()).isEqualTo(1);
    ada.api().with("If-Match", etag).patch(ME, "{\"display_name\":\"A\"}").is(412);
    ada.api().with("If-None-Match", after.header("ETag")).get(ME).is(304);

    Answer put =
        ada.api()
            .put(ME, "{\"username\":null,\"email\":null,\"display_name\":\"Countess\"}")
            .is(200);
    assertThat(put.text("/display_name")).isEqualTo("Countess");
    assertThat(put.text("/username")).isEqualTo(ada.username());
    SignedIn grace = SignedIn.on(port);
    ada.api().patch(ME, "{\"username\":\"%s\"}".formatted(grace.username())).is(409, "USER_EXISTS");
    assertThat(ada.api().patch(ME, "{\"email\":\"none\"}").is(422).violations())
        .containsExactly("/email:invalid_format");
    assertThat(events())
        .containsExactly("auth.user.created", "auth.user.updated", "auth.user.updated");
  }

  @Test
  void isSeenByItsOwnerAndAdministratorsAlone() {
    SignedIn eve = SignedIn.on(port);
    String path = "/api/v1/users/" + ada.id();

    assertThat(ada.api().get(path).is(200).text("/email")).contains("@example.com");
    assertThat(admin().get(path).is(200).text("/email")).contains("@example.com");
    eve.api().get(path).is(404, "USER_NOT_FOUND");
    eve.api().get(path + "/audit").is(404, "USER_NOT_FOUND");
    eve.api().delete(path).is(404, "USER_NOT_FOUND");
    admin().get("/api/v1/users/nobody").is(404, "USER_NOT_FOUND");
  }

  @Test
  void keepsARecordThatHoldsNoSecret() {
    ada.login("wrong and more wrong").is(401);
    SignedIn again = ada.again();
    again.refresh().is(200);

    Answer record = ada.api().get("/api/v1/users/" + ada.id() + "/audit").is(200);

    assertThat(record.texts("/entries", "event_type"))
        .containsExactly("login", "login_failed", "login", "account_created");
    assertThat(record.at("/entries/1/success").asBoolean()).isFalse();
    assertThat(record.text("/entries/0/ip_address")).isNotEmpty();
    for (String table : List.of("identity.audit", "edge.idempotency_keys", "events.event_log")) {
      assertThat(jdbc.sql("select t::text from " + table + " t").query(String.class).list())
          .noneMatch(
              row ->
                  row.contains(ada.access())
                      || row.contains(again.refreshToken())
                      || row.contains(SignedIn.PASSWORD));
    }
  }

  @Test
  void isGoneAtOnceAndItsIdIsNotGivenAgain() {
    ada.api().delete("/api/v1/users/" + ada.id()).is(204);

    ada.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
    ada.refresh().is(401, "INVALID_REFRESH_TOKEN");
    ada.login(SignedIn.PASSWORD).is(401, "INVALID_CREDENTIALS");
    admin().get("/api/v1/users/" + ada.id()).is(404, "USER_NOT_FOUND");
    assertThat(events()).endsWith("auth.user.deleted");
    SignedIn.register(Api.on(port), ada.username()).is(201);
  }

  private List<String> events() {
    return jdbc.sql(
            """
            select event_type from events.event_log where aggregate_id = ?
            order by aggregate_version
            """)
        .param(ada.id())
        .query(String.class)
        .list();
  }

  private Api admin() {
    return Api.on(port).asSomebody().with("X-User-Roles", "admin");
  }
}
