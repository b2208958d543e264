package com.faultmaven.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** From an account to a case with one's own token, and to the end of both. */
@IntegrationTest
@TestPropertySource(
    properties = {
      "faultmaven.identity.mode=standalone",
      "faultmaven.passwords.cost=4",
      "faultmaven.user-data.every=100ms",
      "faultmaven.user-data.pause=300ms",
      "faultmaven.user-data.settle=1s"
    })
class AccountsAndCasesTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;

  @Test
  void opensACaseWithOnesOwnTokenAndLosesItWithTheAccount() {
    register();
    Answer ada = register();
    Api api = Api.on(port).with("Authorization", "Bearer " + ada.text("/access_token"));
    Answer opened = api.as("somebody-else").post("/api/v2/cases", "{}").is(201);
    String user = ada.text("/user/user_id");
    assertThat(opened.text("/user_id")).isEqualTo(user);
    Api.on(port).as(user).get("/api/v2/cases").is(401, "AUTHENTICATION_REQUIRED");
    api.with("X-Organization-ID", "org_of_others")
        .get("/api/v2/cases")
        .is(403, "PERMISSION_DENIED");

    api.delete("/api/v1/users/" + user).is(204);

    api.get("/api/v2/cases").is(401, "AUTHENTICATION_REQUIRED");
    await()
        .atMost(60, SECONDS)
        .until(
            () ->
                count("select count(*) from cases.cases where owner_id = ?", user) == 0
                    && count(
                            "select count(*) from cases.user_data_deletions where user_id = ?",
                            user)
                        == 0);
    assertThat(count("select count(*) from identity.audit where subject_id = ?", user)).isZero();
  }

  private int count(String sql, String user) {
    return jdbc.sql(sql).param(user).query(Integer.class).single();
  }

  private Answer register() {
    String name = "walker-" + UUID.randomUUID().toString().substring(0, 8);
    return Api.on(port)
        .post(
            "/api/v1/auth/register",
            "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"%2$s\"}"
                .formatted(name, "the analytical engine weaves"))
        .is(201);
  }
}
