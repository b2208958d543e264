package com.faultmaven.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Another service keeps the accounts, and tells whom it has deleted. */
@IntegrationTest
@TestPropertySource(
    properties = {
      "faultmaven.identity.directory=external",
      "KAFKA_BOOTSTRAP_SERVERS=nowhere.invalid:9092",
      "spring.kafka.bootstrap-servers=nowhere.invalid:9092"
    })
@DirtiesContext
class ExternalDirectoryTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  private final String user = "ada-" + UUID.randomUUID();

  @LocalServerPort private int port;
  @Autowired private KafkaListenerEndpointRegistry consumers;

  @Test
  void isHeard() {
    assertThat(consumers.getListenerContainerIds()).contains("auth.user.deleted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /api/v1/auth/register | {'username':'ada','password':'the analytical engine'}",
        "POST | /api/v1/auth/dev-register | {'username':'ada'}",
        "PATCH | /api/v1/auth/me | {'display_name':'Ada'}",
        "PUT | /api/v1/auth/me | {'display_name':'Ada'}",
        "POST | /api/v1/auth/password | {'current_password':'x','new_password':'y'}",
        "POST | /api/v1/auth/password-reset | {'email':'ada@example.com'}",
        "POST | /api/v1/auth/password-reset/confirm | {'token':'x','new_password':'y'}",
        "POST | /api/v1/auth/email-verification | ",
        "POST | /api/v1/auth/email-verification/confirm | {'token':'x'}",
        "DELETE | /api/v1/users/{user} | ",
        "POST | /api/v1/admin/users/{user}/deactivate | ",
        "POST | /api/v1/admin/users/{user}/activate | ",
        "PUT | /api/v1/admin/users/{user}/roles/operator | ",
        "DELETE | /api/v1/admin/users/{user}/roles/operator | ",
        "PUT | /api/v1/admin/users/{user} | {'username':'ada'}",
        "POST | /api/v1/admin/service-accounts | {'username':'bot','display_name':'Bot'}",
      })
  void leavesNothingToChangeHere(String method, String path, String body) {
    Api admin = Api.on(port).as(user).with("X-User-Roles", "admin");
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    String json = body == null ? "" : body.replace('\'', '"');

    admin.send(method, path.replace("{user}", user), type, json).is(404, "ROUTE_NOT_FOUND");
  }

  @Test
  void tellsNobodyToRegister() {
    var config = Api.on(port).get("/api/v1/auth/config").is(200);

    assertThat(config.at("/supports_registration").asBoolean()).isFalse();
    assertThat(config.at("/register_endpoint").isNull()).isTrue();
    assertThat(config.at("/features/supports_password_reset").asBoolean()).isFalse();
  }

  /** As the consumer does it too. */
  @Test
  void isFollowedByEveryModule() {
    Api ada = Api.on(port).as(user);
    ada.post("/api/v2/cases", "{}").is(201);
    ada.post("/api/v1/sessions", "{}").is(201);
    jdbc.sql(
            """
            insert into identity.users (user_id, username, display_name, is_dev, is_service, roles,
              created_at, updated_at)
            values (?, ?, 'Ada', false, false, '{user}', now(), now())
            """)
        .params(user, user)
        .update();

    Api.on(port)
        .asSomebody()
        .with("X-User-Roles", "admin")
        .delete("/api/v2/admin/users/" + user + "/data")
        .is(202);

    await()
        .atMost(30, SECONDS)
        .until(
            () ->
                ada.get("/api/v2/cases").is(200).at("/total").asInt() == 0
                    && ada.get("/api/v1/sessions").is(200).at("/total").asInt() == 0
                    && accounts() == 0);
  }

  private int accounts() {
    return jdbc.sql("select count(*) from identity.users where user_id = ?")
        .param(user)
        .query(Integer.class)
        .single();
  }
}
