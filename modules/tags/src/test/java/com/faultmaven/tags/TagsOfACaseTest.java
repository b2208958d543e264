package com.faultmaven.tags;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ModuleTest
class TagsOfACaseTest {

  private static final String CASES = "/api/v2/cases";

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private String user = "";
  private Api api;
  private String path = "";
  private String tags = "";

  @BeforeEach
  void openACase() {
    user = "tagger-" + UUID.randomUUID();
    api = Api.on(port).as(user);
    path = api.post(CASES, "{\"tags\":[\"Prod\",\"k8s\"]}").is(201).header("Location");
    tags = path + "/tags";
  }

  @AfterEach
  void theCaseKnowsItsTags() {
    StoredTags.equalTheCopiesOfTheCasesOf(user);
  }

  @Test
  void areThoseItWasOpenedWith() {
    Answer read = api.get(tags).is(200);

    assertThat(names(read)).containsExactly("Prod", "k8s");
    assertThat(read.at("/version").asInt()).isOne();
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    api.with("If-None-Match", "\"1\"").get(tags).is(304);
  }

  @Test
  void growInTheOrderOfAdding() {
    Answer added = api.post(tags, "{\"tags\":[\" 🔥 \",\"PROD\",\"db\",\"DB\"]}").is(200);

    assertThat(names(added)).containsExactly("Prod", "k8s", "🔥", "db");
    assertThat(added.header("ETag")).isEqualTo("\"2\"");
    assertThat(added.at("/version").asInt()).isEqualTo(2);
    assertThat(api.get(tags).json()).isEqualTo(added.json());
  }

  @Test
  void areWhatTheCaseAndItsListsShow() {
    api.post(tags, "{\"tags\":[\"Straße\"]}").is(200);
    api.delete(tags + "/PROD").is(204);

    Answer read = api.get(path).is(200);
    assertThat(names(read)).containsExactly("k8s", "Straße");
    assertThat(read.header("ETag")).isEqualTo("\"3\"").isEqualTo(api.get(tags).header("ETag"));
    assertThat(api.get(CASES + "?tag=STRA%C3%9FE").at("/total").asInt()).isOne();
    assertThat(api.get(CASES + "?tag=prod").at("/total").asInt()).isZero();
    assertThat(api.get(CASES + "/facets").at("/tag").findValuesAsString("value"))
        .containsExactlyInAnyOrder("k8s", "Straße");
  }

  @Test
  void becomeExactlyThoseOfAReplacement() {
    Answer replaced = api.put(tags, "{\"tags\":[\"K8S\",\"new\",\"NEW\",\"prod\"]}").is(200);

    assertThat(names(replaced)).containsExactly("K8S", "new", "prod");
    assertThat(names(api.get(tags))).containsExactly("K8S", "new", "prod");
    assertThat(names(api.put(tags, "{\"tags\":[\"prod\",\"K8S\"]}").is(200)))
        .containsExactly("prod", "K8S");
    assertThat(names(api.put(tags, "{\"tags\":[]}").is(200))).isEmpty();
    assertThat(api.get(path).at("/version").asInt()).isEqualTo(4);
  }

  @Test
  void stayAsTheyAreWhenNothingChanges() {
    assertThat(api.post(tags, "{\"tags\":[\"PROD\",\"K8s\"]}").is(200).header("ETag"))
        .isEqualTo("\"1\"");
    Answer same = api.put(tags, "{\"tags\":[\"Prod\",\"k8s\"]}").is(200);

    assertThat(same.header("ETag")).isEqualTo("\"1\"");
    assertThat(names(same)).containsExactly("Prod", "k8s");
    assertThat(api.get(path).text("/updated_at")).isEqualTo(api.get(path).text("/created_at"));
  }

  @Test
  void leaveNoTraceWhenNothingChanges() {
    String before = row();
    String request = UUID.randomUUID().toString();

    api.with("X-Correlation-ID", request).post(tags, "{\"tags\":[\"PROD\"]}").is(200);
    api.put(tags, "{\"tags\":[\"Prod\",\"k8s\"]}").is(200);
    api.post("/api/v2/tags/k8s/rename", "{\"new_tag\":\"k8s\"}").is(200);

    assertThat(row()).isEqualTo(before);
    assertThat(sql.statementsOf(request)).hasSize(2).allMatch(it -> it.startsWith("select"));
    assertThat(names(api.post(tags, "{\"tags\":[\"new\"]}"))).hasSize(3);
    assertThat(row()).startsWith("2 facts");
  }

  /** The row of the case: its number of events, and which version of the row this is. */
  private String row() {
    return StoredTags.JDBC
        .sql("select facts || ' facts, row ' || ctid::text from cases.cases where case_id = ?")
        .param(path.substring(CASES.length() + 1))
        .query(String.class)
        .single();
  }

  @Test
  void areRemovedByTheirNameInAPath() {
    api.put(tags, "{\"tags\":[\"🔥\",\"on call\",\"100%\",\"a+b;c?d\",\"ÄRGER\",\"keep\"]}")
        .is(200);

    Answer removed = api.delete(tags + "/%F0%9F%94%A5").is(204);
    assertThat(removed.header("ETag")).isEqualTo("\"3\"");
    api.delete(tags + "/%20on%20Call").is(204);
    api.delete(tags + "/100%25").is(204);
    api.delete(tags + "/a+b%3Bc%3Fd").is(204);
    api.delete(tags + "/%C3%A4rger").is(204);

    assertThat(names(api.get(tags))).containsExactly("keep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "%20", "%F0%9F%94%A5", "pro", "%25"})
  void knowNoTagTheyDoNotHave(String other) {
    api.delete(tags + "/" + other).is(404, "TAG_NOT_FOUND");
    api.delete(tags + "/" + "x".repeat(2000)).is(404, "TAG_NOT_FOUND");

    assertThat(api.delete(tags + "/mysql").text("/detail"))
        .isEqualTo("Case " + path.substring(CASES.length() + 1) + " has no tag mysql.");
    assertThat(api.get(path).at("/version").asInt()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"ci/cd, CI%2FCD", "/, %2F", "C:\\, C:%5C", "a/../b, a%2F..%2Fb"})
  void mayHaveSlashesInThem(String tag, String escaped) {
    api.post(tags, "{\"tags\":[\"" + tag.replace("\\", "\\\\") + "\"]}").is(200);

    api.delete(tags + "/" + escaped).is(204);

    assertThat(names(api.get(tags))).containsExactly("Prod", "k8s");
  }

  @Test
  void surviveWhatServersRefuseInAPath() {
    for (String strange : List.of("%00", "a%00b", "%FF")) {
      assertThat(api.delete(tags + "/" + strange).status()).isIn(400, 404);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                           | /tags:required",
        "{\"tags\":null}              | /tags:wrong_type",
        "{\"tags\":\"prod\"}          | /tags:wrong_type",
        "{\"tags\":[\"\"]}            | /tags/0:blank",
        "{\"tags\":[\"ok\",\" \\t\"]} | /tags/1:blank",
        "{\"tags\":[\"ok\",\"\\u2003\"]} | /tags/1:blank",
        "{\"tags\":[\"#51\"]}         | /tags/0:too_long",
        "{\"tags\":[7]}               | /tags/0:wrong_type",
        "{\"tags\":[null]}            | /tags/0:wrong_type",
        "{\"tags\":[\"a\\u0000\"]}    | /tags/0:invalid_characters",
        "{\"tags\":[\"a\\ud83d\"]}    | /tags/0:invalid_characters",
        "{\"tags\":[\"a\"],\"x\":1}   | /x:unknown_property",
        "[]                           | :wrong_type",
      })
  void refuseWhatIsNoTag(String body, String violation) {
    for (String method : List.of("POST", "PUT")) {
      Answer refused = api.send(method, tags, "application/json", expand(body.strip()));

      refused.is(422, "VALIDATION_FAILED");
      assertThat(refused.violations()).contains(violation.strip());
    }
    assertThat(names(api.get(tags))).containsExactly("Prod", "k8s");
  }

  @Test
  void takeNamesOfFiftyCharactersOfAnyKind() {
    String fire = "🔥".repeat(50);
    String dotted = "İ".repeat(50); // one character longer each in lower case

    Answer added = api.post(tags, array(List.of("x".repeat(50), fire, dotted))).is(200);

    assertThat(names(added)).endsWith("x".repeat(50), fire, dotted);
    assertThat(api.get(CASES + "?tag=" + "%C4%B0".repeat(50)).at("/total").asInt()).isOne();
  }

  @Test
  void areAtMostFifty() {
    api.post(tags, "{\"tags\":[]}").is(422, "VALIDATION_FAILED");
    api.put(tags, numbered(51)).is(422, "VALIDATION_FAILED");
    api.post(tags, numbered(51)).is(422, "VALIDATION_FAILED");
    Answer refused = api.post(tags, numbered(49));
    refused.is(409, "LIMIT_REACHED");
    assertThat(refused.text("/detail"))
        .isEqualTo("A case has at most 50 tags; this one would have 51.");
    assertThat(names(api.get(tags))).containsExactly("Prod", "k8s");

    api.post(tags, numbered(48)).is(200);
    api.post(tags, "{\"tags\":[\"one too many\"]}").is(409, "LIMIT_REACHED");
    assertThat(names(api.post(tags, "{\"tags\":[\"PROD\",\"T7\"]}").is(200))).hasSize(50);
    assertThat(api.get(path).at("/version").asInt()).isEqualTo(2);
  }

  @Test
  void changeOnlyForThoseWhoHaveSeenThisVersion() {
    api.with("If-Match", "\"1\"").post(tags, "{\"tags\":[\"first\"]}").is(200);

    Api late = api.with("If-Match", "\"1\"");
    late.post(tags, "{\"tags\":[\"second\"]}").is(412, "VERSION_CONFLICT");
    late.post(tags, "{\"tags\":[\"prod\"]}").is(412, "VERSION_CONFLICT");
    late.put(tags, "{\"tags\":[]}").is(412, "VERSION_CONFLICT");
    late.delete(tags + "/prod").is(412, "VERSION_CONFLICT");
    late.delete(tags + "/unknown").is(412, "VERSION_CONFLICT");
    late.patch(path, "{\"title\":\"t\"}").is(412, "VERSION_CONFLICT");
    assertThat(names(api.get(tags))).containsExactly("Prod", "k8s", "first");

    api.with("If-Match", "\"2\"").delete(tags + "/first").is(204);
    api.with("If-Match", "x").put(tags, "{\"tags\":[]}").is(400, "INVALID_PARAMETER");
  }

  @Test
  void areHiddenWithAForeignCase() {
    Api stranger = Api.on(port).asSomebody();
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "admin");

    for (Api other : List.of(stranger, admin)) {
      other.get(tags).is(404, "CASE_NOT_FOUND");
      other.post(tags, "{\"tags\":[\"mine\"]}").is(404, "CASE_NOT_FOUND");
      other.put(tags, "{\"tags\":[]}").is(404, "CASE_NOT_FOUND");
      other.delete(tags + "/prod").is(404, "CASE_NOT_FOUND");
    }
    api.get(CASES + "/case_000000000000/tags").is(404, "CASE_NOT_FOUND");
    api.post(CASES + "/nonsense/tags", "{\"tags\":[\"a\"]}").is(404, "CASE_NOT_FOUND");
    assertThat(names(api.get(tags))).containsExactly("Prod", "k8s");
  }

  @Test
  void areReadByViewersAndChangedByCollaboratorsForTheOwner() {
    String viewer = "viewer-" + UUID.randomUUID();
    String collaborator = "collaborator-" + UUID.randomUUID();
    api.put(path + "/participants/" + viewer, "{\"role\":\"viewer\"}").is(201);
    api.put(path + "/participants/" + collaborator, "{\"role\":\"collaborator\"}").is(201);
    Api reads = Api.on(port).as(viewer);
    Api writes = Api.on(port).as(collaborator);

    reads.get(tags).is(200);
    reads.post(tags, "{\"tags\":[\"x\"]}").is(403, "PERMISSION_DENIED");
    reads.put(tags, "{\"tags\":[]}").is(403, "PERMISSION_DENIED");
    reads.delete(tags + "/prod").is(403, "PERMISSION_DENIED");
    assertThat(names(writes.post(tags, "{\"tags\":[\"x\"]}").is(200)))
        .containsExactly("Prod", "k8s", "x");
    writes.delete(tags + "/prod").is(204);
    writes.post("/api/v2/tags/x/rename", "{\"new_tag\":\"y\"}").is(404, "TAG_NOT_FOUND");
    assertThat(writes.get("/api/v2/tags").at("/total").asInt()).isZero();
    assertThat(api.get("/api/v2/tags").at("/tags").findValuesAsString("tag"))
        .containsExactly("k8s", "x");
  }

  @Test
  void loseNothingWhenManyAddAtOnceAndAreNeverOutOfStep() {
    Together.run(
        25,
        n -> {
          if (n < 5) {
            for (int look = 0; look < 20; look++) {
              StoredTags.equalTheCopiesOfTheCasesOf(user);
            }
            return 0;
          }
          return api.post(tags, "{\"tags\":[\"w%s\",\"shared\"]}".formatted(n)).is(200).status();
        });

    Answer read = api.get(tags).is(200);
    assertThat(names(read))
        .hasSize(23)
        .startsWith("Prod", "k8s")
        .contains("shared")
        .containsAll(IntStream.range(5, 25).mapToObj(n -> "w" + n).toList());
    assertThat(read.at("/version").asInt()).isEqualTo(21);
  }

  @Test
  void stopAtFiftyAlsoWhenManyAddAtOnce() {
    api.put(tags, numbered(40)).is(200);

    List<Answer> answers =
        Together.run(20, n -> api.post(tags, "{\"tags\":[\"new-%s\"]}".formatted(n)));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(10);
    assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(10);
    assertThat(names(api.get(tags))).hasSize(50);
  }

  @Test
  void areAddedOnceHoweverOftenARequestIsRepeated() {
    Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = keyed.post(tags, "{\"tags\":[\"once\"]}").is(200);
    api.delete(tags + "/once").is(204);

    Answer again = keyed.post(tags, "{\"tags\":[\"once\"]}").is(200);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(names(api.get(tags))).containsExactly("Prod", "k8s");
  }

  @Test
  void costFiveStatementsBesidesTheEventHoweverManyAreAdded() {
    String request = UUID.randomUUID().toString();

    api.with("X-Correlation-ID", request).post(tags, numbered(48)).is(200);

    assertThat(sql.statementsOf(request))
        .filteredOn(statement -> !statement.contains(" events."))
        .hasSize(5)
        .first()
        .asString()
        .contains("cases.cases");
  }

  @Test
  void areStoredWithTheCaseOrThereIsNoCase() {
    String key = user.substring(0, 20);
    StoredTags.refusedWhere(
        "new.key = '" + key + "'",
        () -> api.post(CASES, "{\"tags\":[\"fine\",\"" + key + "\"]}").is(500, "INTERNAL_ERROR"));

    assertThat(api.get(CASES).at("/total").asInt()).isOne();
    assertThat(api.get("/api/v2/tags?prefix=fine").at("/total").asInt()).isZero();
  }

  private static List<String> names(Answer answer) {
    return StreamSupport.stream(answer.at("/tags").spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }

  private static String numbered(int count) {
    return array(IntStream.range(0, count).mapToObj(n -> "t" + n).toList());
  }

  private static String array(List<String> names) {
    return names.stream()
        .map(name -> "\"" + name + "\"")
        .collect(Collectors.joining(",", "{\"tags\":[", "]}"));
  }

  private static String expand(String body) {
    return Pattern.compile("#(\\d+)")
        .matcher(body)
        .replaceAll(length -> "x".repeat(Integer.parseInt(length.group(1))));
  }
}
