package com.faultmaven.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * What happens to an account can be read by other services, without its owner's name or address.
 */
@IntegrationTest
class AccountsInTheFeedTest {

  private static final String PASSWORD = "the analytical engine weaves";

  @LocalServerPort private int port;

  @Test
  void tellsFromTheBeginningToTheEndAndNamesNobody() {
    Api reader = Api.on(port).asSomebody().with("X-User-Roles", "[\"admin\"]");
    String cursor = reader.get("/api/v2/events?limit=1").is(200).text("/next_cursor");
    String name = "lovelace-" + UUID.randomUUID().toString().substring(0, 12);
    // of an empty database the first is its administrator, who cannot go
    register(name + "-1");
    String user = register(name);
    reader.put("/api/v1/admin/users/" + user + "/roles/operator").is(204);
    reader.delete("/api/v1/users/" + user).is(204);

    List<JsonNode> events = new ArrayList<>();
    String[] after = {cursor};
    await()
        .atMost(30, SECONDS)
        .until(
            () -> {
              Answer page =
                  reader
                      .get(
                          "/api/v2/events?limit=1000&type=auth.user.created&type=auth.role.assigned"
                              + "&type=auth.user.deleted&after="
                              + after[0])
                      .is(200);
              page.at("/events").forEach(events::add);
              after[0] = page.text("/next_cursor");
              return of(events, user).contains("auth.user.deleted");
            });

    assertThat(of(events, user))
        .containsExactly("auth.user.created", "auth.role.assigned", "auth.user.deleted");
    assertThat(events.toString()).doesNotContain(name);
  }

  private String register(String name) {
    return Api.on(port)
        .post(
            "/api/v1/auth/register",
            "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"%2$s\"}"
                .formatted(name, PASSWORD))
        .is(201)
        .text("/user/user_id");
  }

  private static List<String> of(List<JsonNode> events, String user) {
    return events.stream()
        .filter(event -> event.at("/aggregate_id").asString().equals(user))
        .map(event -> event.at("/event_type").asString())
        .toList();
  }
}
