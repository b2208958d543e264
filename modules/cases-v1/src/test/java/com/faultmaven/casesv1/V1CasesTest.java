package com.faultmaven.casesv1;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class V1CasesTest {

  private static final String CASES = "/api/v1/cases";
  private static final List<String> KEYS =
      List.of(
          "case_id",
          "user_id",
          "session_id",
          "title",
          "description",
          "status",
          "severity",
          "category",
          "metadata",
          "tags",
          "created_at",
          "updated_at",
          "resolved_at");

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = Api.on(port).asSomebody();
  }

  @Test
  void opensACaseWithItsDefaultsAndAllThirteenKeys() {
    Answer created = api.post(CASES, "{}").is(201);

    assertThat(created.json().propertyNames()).containsExactlyInAnyOrderElementsOf(KEYS);
    assertThat(created.text("/case_id")).matches("^case_[a-f0-9]{12}$");
    assertThat(created.text("/title")).isEqualTo("Case-" + today() + "-1");
    assertThat(created.text("/description")).isEmpty();
    assertThat(created.text("/status")).isEqualTo("active");
    assertThat(created.text("/severity")).isEqualTo("medium");
    assertThat(created.text("/category")).isEqualTo("other");
    assertThat(created.at("/metadata").toString()).isEqualTo("{}");
    assertThat(created.at("/tags").toString()).isEqualTo("[]");
    assertThat(created.at("/session_id").isNull()).isTrue();
    assertThat(created.at("/resolved_at").isNull()).isTrue();
    assertThat(created.text("/created_at")).endsWith("Z").isEqualTo(created.text("/updated_at"));
  }

  @Test
  void keepsWhatItIsGivenAndIgnoresTheRest() {
    Answer created =
        api.post(
                CASES,
                """
                {"case_id":"case_000000000000","user_id":"eve","status":"closed","unknown":[1],
                 "title":"  padded  ","description":null,"session_id":"","severity":"high",
                 "category":"error","metadata":{"a":{"b":[1,2.50]}},"tags":["B","a","B"," c ",""]}
                """)
            .is(201);

    assertThat(created.text("/case_id")).isNotEqualTo("case_000000000000");
    assertThat(created.text("/user_id")).isNotEqualTo("eve");
    assertThat(created.text("/status")).isEqualTo("active");
    assertThat(created.text("/title")).isEqualTo("padded");
    assertThat(created.text("/description")).isEmpty();
    assertThat(created.at("/session_id").asString()).isEmpty();
    assertThat(created.at("/tags").toString()).isEqualTo("[\"B\",\"a\",\"B\",\" c \",\"\"]");
    assertThat(created.body()).contains("2.50");
    assertThat(api.get(path(created)).is(200).json()).isEqualTo(created.json());
  }

  @Test
  void givesEightCasesOpenedAtOnceEightTitles() {
    List<Answer> created = Together.run(8, n -> api.post(CASES, "{\"title\":null}"));

    assertThat(created.stream().map(answer -> answer.text("/title")))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 8).mapToObj(n -> "Case-" + today() + "-" + n).toList());
  }

  @Test
  void putChangesWhatItNamesAndNothingElse() {
    Answer created =
        api.post(
                CASES,
                "{\"title\":\"t\",\"session_id\":\"s\",\"metadata\":{\"a\":1},\"tags\":[\"x\"]}")
            .is(201);

    Answer changed =
        api.put(
                path(created),
                """
                {"case_id":"x","user_id":"eve","session_id":"other","title":null,"severity":null,
                 "category":null,"status":null,"metadata":null,"tags":null,"description":"now"}
                """)
            .is(200);

    assertThat(changed.text("/description")).isEqualTo("now");
    for (String key : List.of("case_id", "user_id", "session_id", "title", "metadata", "tags")) {
      assertThat(changed.at("/" + key)).as(key).isEqualTo(created.at("/" + key));
    }
    assertThat(changed.text("/updated_at")).isGreaterThan(created.text("/updated_at"));
  }

  @Test
  void putOfNothingTouchesTheCase() {
    Answer created = api.post(CASES, "{}").is(201);

    Answer touched = api.put(path(created), "{}").is(200);

    assertThat(touched.text("/updated_at")).isGreaterThan(created.text("/updated_at"));
  }

  @Test
  void putReplacesAndClearsMetadataAndTags() {
    Answer created = api.post(CASES, "{\"metadata\":{\"a\":1},\"tags\":[\"x\"]}").is(201);

    Answer replaced =
        api.put(path(created), "{\"metadata\":{\"b\":2},\"tags\":[\"y\",\"Y\",\"y\"]}").is(200);
    assertThat(replaced.at("/metadata").toString()).isEqualTo("{\"b\":2}");
    assertThat(replaced.at("/tags").toString()).isEqualTo("[\"y\",\"Y\",\"y\"]");

    Answer cleared = api.put(path(created), "{\"metadata\":{},\"tags\":[]}").is(200);
    assertThat(cleared.at("/metadata").toString()).isEqualTo("{}");
    assertThat(cleared.at("/tags").toString()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "active,investigating",
    "active,resolved",
    "active,archived",
    "active,closed",
    "investigating,active",
    "investigating,resolved",
    "investigating,archived",
    "investigating,closed",
    "resolved,active",
    "resolved,investigating",
    "resolved,archived",
    "resolved,closed",
    "archived,active",
    "archived,investigating",
    "archived,resolved",
    "archived,closed",
    "closed,active",
    "closed,investigating",
    "closed,resolved",
    "closed,archived",
    "active,active",
    "closed,closed"
  })
  void movesFromAnyStatusToAny(String from, String to) {
    String path = path(api.post(CASES, "{}").is(201));
    api.post(path + "/status", "{\"status\":\"" + from + "\"}").is(200);

    Answer moved =
        from.length() % 2 == 0
            ? api.post(path + "/status", "{\"status\":\"" + to + "\"}").is(200)
            : api.put(path, "{\"status\":\"" + to + "\"}").is(200);

    assertThat(moved.text("/status")).isEqualTo(to);
    assertThat(api.get(path).is(200).text("/status")).isEqualTo(to);
  }

  @Test
  void remembersWhenItWasResolvedUntilItGoesBack() {
    String path = path(api.post(CASES, "{}").is(201));

    String resolvedAt = moveTo(path, "resolved").text("/resolved_at");
    assertThat(resolvedAt).endsWith("Z");
    assertThat(moveTo(path, "archived").text("/resolved_at")).isEqualTo(resolvedAt);
    assertThat(moveTo(path, "closed").text("/resolved_at")).isEqualTo(resolvedAt);
    assertThat(moveTo(path, "active").at("/resolved_at").isNull()).isTrue();
    moveTo(path, "resolved");
    assertThat(moveTo(path, "investigating").at("/resolved_at").isNull()).isTrue();
  }

  @Test
  void deletesForGood() {
    String path = path(api.post(CASES, "{\"tags\":[\"x\"]}").is(201));

    Answer deleted = api.delete(path).is(204);
    assertThat(deleted.body()).isEmpty();
    assertThat(api.delete(path).is(404).text("/detail"))
        .isEqualTo("Case " + id(path) + " not found");
    assertThat(api.get(path).is(404).text("/detail")).isEqualTo("Case " + id(path) + " not found");
  }

  @Test
  void hidesForeignCases() {
    String path = path(api.post(CASES, "{}").is(201));
    Api stranger = Api.on(port).asSomebody();

    stranger.get(path).is(404);
    stranger.put(path, "{}").is(404);
    stranger.delete(path).is(404);
    stranger.post(path + "/status", "{\"status\":\"closed\"}").is(404);
    assertThat(stranger.get(CASES).is(200).at("/total").asInt()).isZero();
  }

  @Test
  void knowsNothingOfSharing() {
    String colleague = "colleague-" + UUID.randomUUID();
    String path = path(api.post(CASES, "{}").is(201));
    api.put(path.replace("v1", "v2") + "/participants/" + colleague, "{\"role\":\"collaborator\"}")
        .is(201);
    Api other = Api.on(port).as(colleague);

    other.get(path.replace("v1", "v2")).is(200);
    other.get(path).is(404);
    other.put(path, "{}").is(404);
    other.delete(path).is(404);
    assertThat(other.get(CASES).at("/total").asInt()).isZero();
  }

  @Test
  void listsNewestFirstInPages() {
    List<String> titles =
        IntStream.rangeClosed(1, 7)
            .mapToObj(n -> api.post(CASES, "{\"title\":\"t" + n + "\"}").is(201).text("/title"))
            .toList();
    assertThat(titles).hasSize(7);

    Answer first = api.get(CASES + "?page_size=3&unknown=1").is(200);
    assertThat(first.json().propertyNames())
        .containsExactlyInAnyOrder("cases", "total", "page", "page_size");
    assertThat(titlesOf(first)).containsExactly("t7", "t6", "t5");
    assertThat(titlesOf(api.get(CASES + "?page_size=3&page=3"))).containsExactly("t1");
    Answer past = api.get(CASES + "?page_size=3&page=4").is(200);
    assertThat(past.at("/cases").size()).isZero();
    assertThat(past.at("/total").asInt()).isEqualTo(7);
    assertThat(past.at("/page").asInt()).isEqualTo(4);
    assertThat(api.get(CASES).at("/page_size").asInt()).isEqualTo(50);
    assertThat(api.get(CASES + "?page=9007199254740991&page_size=100").is(200).at("/total").asInt())
        .isEqualTo(7);
  }

  @Test
  void listsByStatusAndBySession() {
    String session = "s-" + UUID.randomUUID();
    String resolved = path(api.post(CASES, "{\"session_id\":\"" + session + "\"}"));
    String archived = path(api.post(CASES, "{\"session_id\":\"" + session + "\"}"));
    api.post(CASES, "{}").is(201);
    moveTo(resolved, "resolved");
    moveTo(archived, "archived");
    Api.on(port).asSomebody().post(CASES, "{\"session_id\":\"" + session + "\"}").is(201);

    assertThat(api.get(CASES).at("/total").asInt()).isEqualTo(3);
    for (String status : List.of("active", "resolved", "archived")) {
      assertThat(api.get(CASES + "?status=" + status).at("/total").asInt()).isOne();
    }
    assertThat(api.get(CASES + "?status=closed").at("/total").asInt()).isZero();
    assertThat(api.get(CASES + "/session/" + session).at("/total").asInt()).isEqualTo(2);
    assertThat(api.get(CASES + "/session/nobody-knows").is(200).at("/total").asInt()).isZero();
  }

  @Test
  void honoursIdempotencyKeys() {
    Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());

    Answer first = keyed.post(CASES, "{\"title\":\"once\"}").is(201);

    assertThat(keyed.post(CASES, "{\"title\":\"once\"}").is(201).body()).isEqualTo(first.body());
    assertThat(api.get(CASES).at("/total").asInt()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "*/*"})
  void answersJsonWhateverIsAccepted(String accepted) {
    api.with("Accept", accepted).get(CASES).is(200);
  }

  @Test
  void takesABodyWithoutATypeForJson() {
    api.send("POST", CASES, null, "{\"title\":\"typeless\"}").is(201);
  }

  private Answer moveTo(String path, String status) {
    return api.post(path + "/status", "{\"status\":\"" + status + "\"}").is(200);
  }

  private static List<String> titlesOf(Answer page) {
    return page.at("/cases").findValuesAsString("title");
  }

  private static String path(Answer created) {
    return CASES + "/" + created.text("/case_id");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String today() {
    return DateTimeFormatter.ofPattern("MMdd", Locale.ROOT).format(LocalDate.now(ZoneOffset.UTC));
  }
}
