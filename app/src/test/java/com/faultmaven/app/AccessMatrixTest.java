package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Every operation, by everybody there is, of the case's organization and of another: who may, who
 * may not, and who never knows. In another organization nobody knows of a case, its owner neither.
 */
@IntegrationTest
class AccessMatrixTest {

  /** Operation, method, path below the case, body; owner, collaborator, viewer, anybody else. */
  private static final String OF_A_CASE =
      """
      getCase               | GET    |                      |                            | 200 | 200 | 200 | 404
      updateCase            | PATCH  |                      | {"title":"x"}              | 200 | 200 | 403 | 404
      archiveCase           | PUT    | /archive             |                            | 204 | 204 | 403 | 404
      restoreCase           | DELETE | /archive             |                            | 204 | 204 | 403 | 404
      listCaseStatusChanges | GET    | /status-changes      |                            | 200 | 200 | 200 | 404
      changeCaseStatus      | POST   | /status-changes      | {"status":"investigating"} | 201 | 201 | 403 | 404
      listParticipants      | GET    | /participants        |                            | 200 | 200 | 200 | 404
      setParticipant        | PUT    | /participants/fourth | {"role":"viewer"}          | 201 | 403 | 403 | 404
      setParticipant        | PUT    | /participants/third  | {"role":"collaborator"}    | 200 | 403 | 403 | 404
      removeParticipant     | DELETE | /participants/third  |                            | 204 | 403 | 403 | 404
      removeParticipant     | DELETE | /participants/{self} |                            | 404 | 204 | 204 | 404
      listMessages          | GET    | /messages            |                            | 200 | 200 | 200 | 404
      getMessage            | GET    | /messages/{message}  |                            | 200 | 200 | 200 | 404
      addMessage            | POST   | /messages            | {"role":"user","content":"hi"} | 201 | 201 | 403 | 404
      getCaseTags           | GET    | /tags                |                            | 200 | 200 | 200 | 404
      addCaseTags           | POST   | /tags                | {"tags":["k8s"]}           | 200 | 200 | 403 | 404
      replaceCaseTags       | PUT    | /tags                | {"tags":["k8s"]}           | 200 | 200 | 403 | 404
      removeCaseTag         | DELETE | /tags/prod           |                            | 204 | 204 | 403 | 404
      deleteCase            | DELETE |                      |                            | 204 | 403 | 403 | 404
      """;

  /** Operation, method, path, body; service, admin. Users are refused, whatever is theirs. */
  private static final String OF_THE_INSTALLATION =
      """
      getDeprecatedUsage | GET    | /api/v2/admin/deprecated-usage      |                    | 403 | 200
      listDeadLetters    | GET    | /api/v2/admin/dead-letters          |                    | 403 | 200
      replayDeadLetters  | POST   | /api/v2/admin/dead-letters/replay   | {"consumer":"no"}  | 403 | 202
      getDeadLetter      | GET    | /api/v2/admin/dead-letters/no         |                  | 403 | 404
      replayDeadLetter   | POST   | /api/v2/admin/dead-letters/no/replay  |                  | 403 | 404
      discardDeadLetter  | POST   | /api/v2/admin/dead-letters/no/discard | {"reason":"x"}   | 403 | 404
      rewindPublisher    | POST   | /api/v2/admin/publisher/rewind | {"to_time":"2999-01-01T00:00:00Z"} | 403 | 422
      deleteUserData     | DELETE | /api/v2/admin/users/{owner}/data    |                    | 403 | 202
      listEvents         | GET    | /api/v2/events?limit=1              |                    | 200 | 200
      """;

  /** Method, path, body of each operation of version 1 on a case. */
  private static final String OF_A_CASE_IN_V1 =
      """
      getCase          | GET    |         |                       | 200
      updateCase       | PUT    |         | {"title":"x"}         | 200
      changeCaseStatus | POST   | /status | {"status":"resolved"} | 200
      deleteCase       | DELETE |         |                       | 204
      """;

  /** Open to everybody, each for themselves: tested one by one. */
  private static final Set<String> OF_ONESELF =
      Set.of("createCase", "listCases", "countCases", "listUserCases", "listTags", "renameTag");

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
    owner = here("owner");
    collaborator = here("collaborator");
    viewer = here("viewer");
    stranger = here("stranger");
    Answer created =
        owner.post("/api/v2/cases", "{\"tags\":[\"prod\"],\"initial_message\":\"help\"}").is(201);
    String path = created.header("Location");
    id = created.text("/case_id");
    message = owner.get(path + "/messages").is(200).text("/messages/0/message_id");
    share(path, "collaborator-" + run, "collaborator");
    share(path, "viewer-" + run, "viewer");
    share(path, "third", "viewer");
  }

  private Api here(String who) {
    return Api.on(port).as(who + "-" + run).with("X-Organization-ID", "here");
  }

  private void share(String path, String user, String role) {
    owner.put(path + "/participants/" + user, "{\"role\":\"" + role + "\"}").is(201);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = OF_A_CASE)
  void isAsTheContractSaysOnACase(
      String operation,
      String method,
      @Nullable String path,
      @Nullable String body,
      int forOwner,
      int forCollaborator,
      int forViewer,
      int forStranger) {
    // the one who may do most comes last, because a delete leaves nothing for the others
    for (Api nobody : List.of(stranger, elsewhere(stranger))) {
      send(nobody, "stranger", method, path, body).is(forStranger, "CASE_NOT_FOUND");
      send(admin(nobody), "stranger", method, path, body).is(forStranger, "CASE_NOT_FOUND");
      send(service(nobody), "stranger", method, path, body).is(forStranger, "CASE_NOT_FOUND");
    }
    for (String who : List.of("owner", "collaborator", "viewer")) {
      Api absent = elsewhere(here(who));
      send(absent, who, method, path, body).is(404, "CASE_NOT_FOUND");
      send(admin(absent), who, method, path, body).is(404, "CASE_NOT_FOUND");
    }
    send(viewer, "viewer", method, path, body).is(forViewer);
    send(collaborator, "collaborator", method, path, body).is(forCollaborator);
    if (forCollaborator < 300 && forOwner < 300) {
      shareACase();
    }
    send(owner, "owner", method, path, body).is(forOwner);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = OF_THE_INSTALLATION)
  void isAsTheContractSaysOnTheInstallation(
      String operation,
      String method,
      String path,
      @Nullable String body,
      int forService,
      int forAdmin) {
    String place = path.strip().replace("{owner}", "owner-" + run);
    String type = body == null ? null : "application/json";
    String content = body == null ? "" : body.strip();

    for (Api user : List.of(owner, stranger, elsewhere(stranger))) {
      user.send(method, place, type, content).is(403, "PERMISSION_DENIED");
    }
    for (Api api : List.of(stranger, elsewhere(stranger))) {
      service(api).send(method, place, type, content).is(forService);
      admin(api).send(method, place, type, content).is(forAdmin);
    }
  }

  @Test
  void letsAnAdminDeleteTheDataOfAUserOfAnotherOrganization() {
    Answer accepted =
        admin(elsewhere(stranger)).delete("/api/v2/admin/users/owner-" + run + "/data").is(202);

    assertThat(accepted.at("/case_count").asInt()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "owner,        1, 1, 0, 1",
    "collaborator, 1, 0, 1, 0",
    "viewer,       1, 0, 1, 0",
    "stranger,     0, 0, 0, 0",
  })
  void listsWhatOneMaySee(String who, int all, int owned, int shared, int tagged) {
    Api caller =
        switch (who) {
          case "owner" -> owner;
          case "collaborator" -> collaborator;
          case "viewer" -> viewer;
          default -> stranger;
        };

    for (Api api : List.of(caller, admin(caller))) {
      assertLists(api, all, owned, shared, tagged);
    }
    for (Api api : List.of(elsewhere(caller), admin(elsewhere(caller)))) {
      assertLists(api, 0, 0, 0, 0);
    }
  }

  private static void assertLists(Api api, int all, int owned, int shared, int tagged) {
    for (String filter : List.of("", "&q=help", "&q=help&in=messages", "&tag=prod")) {
      for (String list : List.of("/api/v2/cases?scope=", "/api/v2/cases/facets?scope=")) {
        assertThat(api.get(list + "all" + filter).is(200).at("/total").asInt()).isEqualTo(all);
        assertThat(api.get(list + "owned" + filter).at("/total").asInt()).isEqualTo(owned);
        assertThat(api.get(list + "shared" + filter).at("/total").asInt()).isEqualTo(shared);
      }
    }
    assertThat(api.get("/api/v2/tags").is(200).at("/tags").size()).isEqualTo(tagged);
    assertThat(api.get("/api/v2/tags").at("/total").asInt()).isEqualTo(tagged);
  }

  @Test
  void listsTheCasesOfAUserToThemAndToAdminsOfTheirOrganization() {
    String list = "/api/v2/users/owner-" + run + "/cases";

    assertThat(owner.get(list).is(200).at("/total").asInt()).isEqualTo(1);
    assertThat(elsewhere(owner).get(list).is(200).at("/total").asInt()).isZero();
    assertThat(admin(stranger).get(list).is(200).at("/total").asInt()).isEqualTo(1);
    assertThat(admin(elsewhere(stranger)).get(list).is(200).at("/total").asInt()).isZero();
    for (Api other : List.of(collaborator, stranger, service(stranger), elsewhere(stranger))) {
      other.get(list).is(404, "USER_NOT_FOUND");
    }
  }

  @Test
  void renamesTagsOfOneselfOnly() {
    String rename = "/api/v2/tags/prod/rename";
    String name = "{\"new_tag\":\"production\"}";

    for (Api other :
        List.of(
            collaborator,
            viewer,
            stranger,
            admin(stranger),
            elsewhere(owner),
            admin(elsewhere(owner)))) {
      other.post(rename, name).is(404, "TAG_NOT_FOUND");
    }
    Answer there = elsewhere(owner).post("/api/v2/cases", "{\"tags\":[\"prod\"]}").is(201);
    assertThat(owner.post(rename, name).is(200).at("/renamed_cases").asInt()).isEqualTo(1);
    assertThat(elsewhere(owner).get(there.header("Location")).at("/tags").toString())
        .isEqualTo("[\"prod\"]");
    assertThat(elsewhere(owner).get("/api/v2/tags").at("/tags").toString())
        .isEqualTo("[{\"tag\":\"prod\",\"case_count\":1}]");
  }

  @Test
  void goesOnWithAListOnlyInItsOrganization() {
    for (Api api : List.of(owner, elsewhere(owner))) {
      api.post("/api/v2/cases", "{\"tags\":[\"a\",\"b\"]}").is(201);
      api.post("/api/v2/cases", "{}").is(201);
    }
    for (String list :
        List.of("/api/v2/cases", "/api/v2/users/owner-" + run + "/cases", "/api/v2/tags")) {
      String cursor = owner.get(list + "?limit=1").is(200).text("/next_cursor");
      owner.get(list + "?limit=1&cursor=" + cursor).is(200);
      elsewhere(owner).get(list + "?limit=1&cursor=" + cursor).is(400);
    }
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = OF_A_CASE_IN_V1)
  void knowsACaseInVersion1InItsOrganizationOnly(
      String operation, String method, @Nullable String path, @Nullable String body, int forOwner) {
    String place = "/api/v1/cases/" + id + (path == null ? "" : path.strip());
    String type = body == null ? null : "application/json";
    String content = body == null ? "" : body.strip();

    for (Api absent : List.of(elsewhere(owner), admin(elsewhere(owner)), collaborator)) {
      absent.send(method, place, type, content).is(404);
    }
    owner.send(method, place, type, content).is(forOwner);
  }

  @Test
  void listsInVersion1WhatIsOwnedInTheOrganizationOneActsFor() {
    owner.post("/api/v1/cases", "{\"session_id\":\"s\"}").is(201);

    for (String list : List.of("/api/v1/cases", "/api/v1/cases/session/s")) {
      assertThat(owner.get(list).is(200).at("/total").asInt()).isPositive();
      assertThat(elsewhere(owner).get(list).is(200).at("/total").asInt()).isZero();
    }
  }

  @Test
  void opensCasesInTheOrganizationOneActsFor() {
    for (Api api : List.of(elsewhere(stranger), admin(elsewhere(stranger)))) {
      assertThat(api.post("/api/v2/cases", "{}").is(201).text("/organization_id"))
          .isEqualTo("elsewhere");
    }
    assertThat(stranger.post("/api/v2/cases", "{}").is(201).text("/organization_id"))
        .isEqualTo("here");
  }

  @Test
  void leavesOutNoOperation() {
    Set<String> tested = new TreeSet<>(OF_ONESELF);
    for (String table : List.of(OF_A_CASE, OF_THE_INSTALLATION)) {
      table.lines().map(line -> line.substring(0, line.indexOf('|')).strip()).forEach(tested::add);
    }
    Set<String> promised = new TreeSet<>();
    operations("v2").forEach((name, operation) -> promised.add(name));

    assertThat(tested).isEqualTo(promised);
  }

  @Test
  void leavesOutNoOperationOfVersion1() {
    Set<String> tested =
        new TreeSet<>(Set.of("createCase", "listCases", "listSessionCases", "getHealth"));
    OF_A_CASE_IN_V1.lines().map(line -> line.split("\\|")[0].strip()).forEach(tested::add);

    assertThat(tested).isEqualTo(operations("v1").keySet());
  }

  @Test
  void saysOfWhatNeedsARoleThatItReachesAllOrganizations() {
    List<String> ofTheInstallation =
        OF_THE_INSTALLATION.lines().map(line -> line.split("\\|")[0].strip()).toList();

    operations("v2")
        .forEach(
            (name, operation) ->
                assertThat(
                        operation
                            .path("description")
                            .asString()
                            .replaceAll("\\s+", " ")
                            .contains("across all organizations"))
                    .as(name)
                    .isEqualTo(ofTheInstallation.contains(name)));
  }

  /** What the contract of a version promises, by name. */
  private static Map<String, JsonNode> operations(String version) {
    Map<String, JsonNode> operations = new TreeMap<>();
    JsonNode document = Contracts.packaged().document("cases." + version).content();
    for (JsonNode item : document.path("paths")) {
      for (JsonNode operation : item) {
        if (operation.has("operationId")) {
          operations.put(operation.path("operationId").asString(), operation);
        }
      }
    }
    return operations;
  }

  private static Api elsewhere(Api api) {
    return api.instead("X-Organization-ID", "elsewhere");
  }

  private static Api admin(Api api) {
    return api.with("X-User-Roles", "[\"admin\"]");
  }

  private static Api service(Api api) {
    return api.with("X-User-Roles", "[\"service\"]");
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
