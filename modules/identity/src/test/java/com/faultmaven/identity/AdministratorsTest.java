package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** There is one from the first account on, and always one that is left. */
@ModuleTest
class AdministratorsTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;

  @Test
  void areOneOfEightWhoRegisterFirst() {
    jdbc.sql("delete from identity.users").update();

    List<Answer> answers =
        Together.run(
            8,
            _ ->
                SignedIn.register(
                    Api.on(port), "first-" + UUID.randomUUID().toString().substring(0, 8)));

    assertThat(answers).allSatisfy(answer -> answer.is(201));
    assertThat(answers)
        .filteredOn(answer -> answer.at("/user/roles").toString().contains("admin"))
        .hasSize(1);
  }

  @Test
  void stayAtLeastOneWhenTwoTakeTheRoleFromEachOther() {
    jdbc.sql("delete from identity.users").update();
    SignedIn one = SignedIn.on(port);
    SignedIn other = SignedIn.on(port);
    gateway().put("/api/v1/admin/users/" + other.id() + "/roles/admin").is(204);

    List<Answer> answers =
        Together.run(
            2,
            n ->
                gateway()
                    .delete("/api/v1/admin/users/" + (n == 0 ? one : other).id() + "/roles/admin"));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(answer -> answer.is(409, "LAST_ADMIN"));
  }

  @Test
  void cannotLeaveAsTheLastOne() {
    jdbc.sql("delete from identity.users").update();
    SignedIn only = SignedIn.on(port);

    only.api().delete("/api/v1/users/" + only.id()).is(409, "LAST_ADMIN");
    only.api().post("/api/v1/admin/users/" + only.id() + "/deactivate", "").is(409, "LAST_ADMIN");
    only.api().get("/api/v1/auth/me").is(200);
  }

  @Test
  void seeAllAccounts() {
    SignedIn ada = SignedIn.on(port);

    Answer found = gateway().get("/api/v1/admin/users?search=" + ada.username()).is(200);
    assertThat(found.texts("/users", "user_id")).containsExactly(ada.id());
    assertThat(found.at("/total").asInt()).isEqualTo(1);
    assertThat(
            gateway().get("/api/v1/admin/users?is_active=false&role=service").is(200).at("/users"))
        .isEmpty();
    ada.api().get("/api/v1/admin/users").is(403, "PERMISSION_DENIED");
  }

  @Test
  void bringInAccountsUnderTheirIds() {
    String id = "legacy-" + UUID.randomUUID();
    String path = "/api/v1/admin/users/" + id;
    String hash =
        new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(4)
            .encode("as it was elsewhere");
    String body =
        "{\"username\":\"%s\",\"password_hash\":\"{bcrypt}%s\",\"roles\":null,\"created_at\":\"2020-01-02T03:04:05Z\"}"
            .formatted(id, hash);

    Answer imported = gateway().put(path, body).is(201);
    assertThat(imported.header("Location")).isEqualTo("/api/v1/users/" + id);
    assertThat(imported.text("/user_id")).isEqualTo(id);
    assertThat(imported.text("/created_at")).isEqualTo("2020-01-02T03:04:05Z");
    gateway().put(path, body).is(200);
    Api.on(port)
        .post(
            "/api/v1/auth/login",
            "{\"username\":\"%s\",\"password\":\"as it was elsewhere\"}".formatted(id))
        .is(200);
    gateway().delete("/api/v1/users/" + id).is(204);
    gateway().put(path, body).is(409, "USER_EXISTS");
  }

  @Test
  void bringInAccountsWhoseIdsAreEncodedInPaths() {
    String name = "odd-" + UUID.randomUUID();
    String id = name + "%22%25%3F";

    Answer imported =
        gateway().put("/api/v1/admin/users/" + id, "{\"username\":\"%s\"}".formatted(name)).is(201);

    assertThat(imported.text("/user_id")).isEqualTo(name + "\"%?");
    assertThat(imported.header("Location")).isEqualTo("/api/v1/users/" + id);
    gateway().get(imported.header("Location")).is(200);
  }

  @Test
  void grantRolesThatThereAreAlone() {
    SignedIn ada = SignedIn.on(port);
    String roles = "/api/v1/admin/users/" + ada.id() + "/roles/";

    for (String role : List.of("root", "user", "Admin", "0".repeat(51))) {
      gateway().put(roles + role).is(400, "INVALID_PARAMETER");
      gateway().delete(roles + role).is(400, "INVALID_PARAMETER");
    }
    assertThat(ada.api().get("/api/v1/auth/me").at("/roles").size()).isOne();
  }

  @Test
  void makeAccountsForServices() {
    String name = "slack-" + UUID.randomUUID().toString().substring(0, 8);
    Answer made =
        gateway()
            .post(
                "/api/v1/admin/service-accounts",
                "{\"username\":\"%s\",\"display_name\":\"Slack\"}".formatted(name))
            .is(201);
    assertThat(made.at("/user/roles").toString()).contains("service");

    SignedIn service = new SignedIn(Api.on(port), name, made);
    Answer tokens = service.refresh().is(200);
    assertThat(service.with(tokens.text("/access_token")).get("/api/v1/auth/me").text("/username"))
        .isEqualTo(name);
    assertThat(
            jdbc.sql("select count(*) from identity.sign_ins where user_id = ? and ends_at is null")
                .param(made.text("/user/user_id"))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private Api gateway() {
    return Api.on(port).asSomebody().with("X-User-Roles", "admin");
  }
}
