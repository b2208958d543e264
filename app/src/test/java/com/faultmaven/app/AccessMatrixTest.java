package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every operation on a case, by everybody there is: who may, who may not, and who never knows. */
@IntegrationTest
class AccessMatrixTest {

  @LocalServerPort private int port;
  private String run = "";
  private String id = "";
  private String message = "";
  private Api owner;
  private Api collaborator;
  private Api viewer;
  private Api stranger;

  @BeforeEach
  void shareACase() {
    run = UUID.randomUUID().toString();
    owner = Api.on(port).as("owner-" + run);
    collaborator = Api.on(port).as("collaborator-" + run);
    viewer = Api.on(port).as("viewer-" + run);
    stranger = Api.on(port).as("stranger-" + run);
    Answer created =
        owner.post("/api/v2/cases", "{\"tags\":[\"prod\"],\"initial_message\":\"help\"}").is(201);
    String path = created.header("Location");
    id = created.text("/case_id");
    message = owner.get(path + "/messages").is(200).text("/messages/0/message_id");
    share(path, "collaborator-" + run, "collaborator");
    share(path, "viewer-" + run, "viewer");
    share(path, "third", "viewer");
  }

  private void share(String path, String user, String role) {
    owner.put(path + "/participants/" + user, "{\"role\":\"" + role + "\"}").is(201);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          GET    |                      |                            | 200 | 200 | 200 | 404
          PATCH  |                      | {"title":"x"}              | 200 | 200 | 403 | 404
          PUT    | /archive             |                            | 204 | 204 | 403 | 404
          DELETE | /archive             |                            | 204 | 204 | 403 | 404
          GET    | /status-changes      |                            | 200 | 200 | 200 | 404
          POST   | /status-changes      | {"status":"investigating"} | 201 | 201 | 403 | 404
          GET    | /participants        |                            | 200 | 200 | 200 | 404
          PUT    | /participants/fourth | {"role":"viewer"}          | 201 | 403 | 403 | 404
          PUT    | /participants/third  | {"role":"collaborator"}    | 200 | 403 | 403 | 404
          DELETE | /participants/third  |                            | 204 | 403 | 403 | 404
          DELETE | /participants/{self} |                            | 404 | 204 | 204 | 404
          GET    | /messages            |                            | 200 | 200 | 200 | 404
          GET    | /messages/{message}  |                            | 200 | 200 | 200 | 404
          POST   | /messages            | {"role":"user","content":"hi"} | 201 | 201 | 403 | 404
          GET    | /tags                |                            | 200 | 200 | 200 | 404
          POST   | /tags                | {"tags":["k8s"]}           | 200 | 200 | 403 | 404
          PUT    | /tags                | {"tags":["k8s"]}           | 200 | 200 | 403 | 404
          DELETE | /tags/prod           |                            | 204 | 204 | 403 | 404
          DELETE |                      |                            | 204 | 403 | 403 | 404
          """)
  void isAsTheContractSays(
      String method,
      @Nullable String path,
      @Nullable String body,
      int forOwner,
      int forCollaborator,
      int forViewer,
      int forStranger) {
    Api admin = stranger.with("X-User-Roles", "[\"admin\"]");

    // the one who may do most comes last, because a delete leaves nothing for the others
    send(stranger, "stranger", method, path, body).is(forStranger, "CASE_NOT_FOUND");
    send(admin, "stranger", method, path, body).is(forStranger, "CASE_NOT_FOUND");
    send(viewer, "viewer", method, path, body).is(forViewer);
    send(collaborator, "collaborator", method, path, body).is(forCollaborator);
    if (forCollaborator < 300 && forOwner < 300) {
      shareACase();
    }
    send(owner, "owner", method, path, body).is(forOwner);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "owner,        1, 1, 0, 1",
    "collaborator, 1, 0, 1, 0",
    "viewer,       1, 0, 1, 0",
    "stranger,     0, 0, 0, 0",
  })
  void listsWhatOneMaySee(String who, int all, int owned, int shared, int tagged) {
    Api api =
        switch (who) {
          case "owner" -> owner;
          case "collaborator" -> collaborator;
          case "viewer" -> viewer;
          default -> stranger;
        };

    for (String list : new String[] {"/api/v2/cases", "/api/v2/cases/facets"}) {
      assertThat(api.get(list).is(200).at("/total").asInt()).isEqualTo(all);
      assertThat(api.get(list + "?scope=owned").at("/total").asInt()).isEqualTo(owned);
      assertThat(api.get(list + "?scope=shared").at("/total").asInt()).isEqualTo(shared);
    }
    assertThat(api.get("/api/v2/tags").is(200).at("/tags").size()).isEqualTo(tagged);
  }

  private Answer send(
      Api api, String who, String method, @Nullable String path, @Nullable String body) {
    String place =
        "/api/v2/cases/"
            + id
            + (path == null ? "" : path.strip())
                .replace("{message}", message)
                .replace("{self}", who + "-" + run);
    String type =
        body == null
            ? null
            : method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    return api.send(method, place, type, body == null ? "" : body.strip());
  }
}
