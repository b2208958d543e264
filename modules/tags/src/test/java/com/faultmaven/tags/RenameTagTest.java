package com.faultmaven.tags;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ModuleTest
class RenameTagTest {

  private static final String RENAME = "/api/v2/tags/old/rename";
  private static final String NEW = "{\"new_tag\":\"new\"}";

  @LocalServerPort private int port;
  @Autowired private TagCommands commands;
  @Autowired private TagRows rows;
  private String user = "";
  private Api api;

  @BeforeEach
  void connect() {
    user = "renamer-" + UUID.randomUUID();
    api = Api.on(port).as(user);
  }

  @AfterEach
  void theCasesKnowTheirTags() {
    StoredTags.equalTheCopiesOfTheCasesOf(user);
  }

  @Test
  void renamesOnEachOfTheCallersCasesAndMergesWhereItMust() {
    String first = open("\"x\",\"pg\",\"y\"");
    String archived = open("\"PG\"");
    api.put(archived + "/archive").is(204);
    String both = open("\"PostgreSQL\",\"x\",\"pg\"");
    String bothTheOtherWay = open("\"x\",\"Pg\",\"y\",\"POSTGRESQL\"");
    String onlyNew = open("\"PostgreSQL\"");
    String neither = open("\"x\"");

    Answer renamed = rename("pG", "postgresql").is(200);

    assertThat(renamed.text("/tag")).isEqualTo("postgresql");
    assertThat(renamed.at("/renamed_cases").asInt()).isEqualTo(2);
    assertThat(renamed.at("/merged_cases").asInt()).isEqualTo(2);
    assertThat(tags(first)).containsExactly("x", "postgresql", "y");
    assertThat(tags(archived)).containsExactly("postgresql");
    assertThat(tags(both)).containsExactly("postgresql", "x");
    assertThat(tags(bothTheOtherWay)).containsExactly("x", "postgresql", "y");
    assertThat(tags(onlyNew)).containsExactly("PostgreSQL");
    assertThat(version(first)).isEqualTo(2);
    assertThat(version(onlyNew)).isEqualTo(version(neither)).isEqualTo(1);
    assertThat(api.get("/api/v2/cases?tag=postgresql").at("/total").asInt()).isEqualTo(4);
    assertThat(renamed.at("/remaining_cases").asInt()).isZero();
    assertThat(rename("pg", "postgresql").is(200).at("/renamed_cases").asInt()).isZero();
    rename("pg", "unknown").is(404, "TAG_NOT_FOUND");
  }

  @Test
  void leavesTheCasesOfOthersAlone() {
    Api other = Api.on(port).asSomebody();
    String theirs = other.post("/api/v2/cases", "{\"tags\":[\"pg\"]}").is(201).header("Location");
    open("\"pg\"");

    rename("pg", "postgres").is(200);

    assertThat(other.get(theirs + "/tags").is(200).text("/tags/0")).isEqualTo("pg");
  }

  @Test
  void changesNothingWhenTheNameIsTheSame() {
    String path = open("\"pg\"");

    Answer same = rename("PG", " pg ").is(200);

    assertThat(same.text("/tag")).isEqualTo("pg");
    assertThat(same.at("/renamed_cases").asInt()).isZero();
    assertThat(same.at("/merged_cases").asInt()).isZero();
    assertThat(version(path)).isEqualTo(1);
  }

  @Test
  void changesTheSpelling() {
    String lower = open("\"pg\",\"x\"");
    String already = open("\"PG\"");

    Answer spelled = rename("pg", "PG").is(200);

    assertThat(spelled.at("/renamed_cases").asInt()).isEqualTo(1);
    assertThat(spelled.at("/merged_cases").asInt()).isZero();
    assertThat(tags(lower)).containsExactly("PG", "x");
    assertThat(version(already)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "%20", "%F0%9F%94%A5", "%25", "p", "pg_"})
  void knowsNoTagThatIsOnNoneOfTheCallersCases(String unknown) {
    open("\"pg\"");

    api.post("/api/v2/tags/" + unknown + "/rename", "{\"new_tag\":\"x\"}").is(404, "TAG_NOT_FOUND");
    api.post("/api/v2/tags/" + "x".repeat(2000) + "/rename", "{\"new_tag\":\"x\"}")
        .is(404, "TAG_NOT_FOUND");
    assertThat(rename("mysql", "x").text("/detail"))
        .isEqualTo("None of your cases has the tag mysql.");
  }

  @Test
  void survivesWhatServersRefuseInAPath() {
    for (String strange : List.of("%00", "a%00b", "%FF")) {
      Answer refused = api.post("/api/v2/tags/" + strange + "/rename", "{\"new_tag\":\"x\"}");
      assertThat(refused.status()).isIn(400, 404);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                            | /new_tag:required",
        "{\"new_tag\":null}            | /new_tag:wrong_type",
        "{\"new_tag\":\" \"}           | /new_tag:blank",
        "{\"new_tag\":\"\\u2003\"}     | /new_tag:blank",
        "{\"new_tag\":\"a\\u0000b\"}   | /new_tag:invalid_characters",
        "{\"new_tag\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"} | /new_tag:too_long",
        "{\"new_tag\":\"a\",\"tag\":1} | /tag:unknown_property",
      })
  void refusesWhatIsNoTag(String body, String violation) {
    String path = open("\"pg\"");

    Answer refused = api.post("/api/v2/tags/pg/rename", body.strip());

    refused.is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).contains(violation.strip());
    assertThat(tags(path)).containsExactly("pg");
  }

  @Test
  void renamesOnMoreCasesThanItReadsAtOnceWhileOthersTagThem() {
    List<String> paths =
        IntStream.range(0, 250)
            .mapToObj(n -> open(n % 5 == 0 ? "\"old\",\"new\"" : "\"old\""))
            .toList();

    List<Answer> answers =
        Together.run(
            9,
            n -> {
              if (n == 0) {
                return rename("old", "new");
              }
              Answer last = api.get(paths.getFirst() + "/tags");
              for (int i = n; i < 250; i += 8) {
                last = api.post(paths.get(i) + "/tags", "{\"tags\":[\"by-" + n + "\"]}").is(200);
                StoredTags.equalTheCopiesOfTheCasesOf(user);
              }
              return last;
            });

    Answer renamed = answers.getFirst().is(200);
    assertThat(renamed.at("/renamed_cases").asInt()).isEqualTo(200);
    assertThat(renamed.at("/merged_cases").asInt()).isEqualTo(50);
    assertThat(api.get("/api/v2/tags?prefix=old").at("/total").asInt()).isZero();
    assertThat(api.get("/api/v2/tags?prefix=new").at("/tags/0/case_count").asInt()).isEqualTo(250);
    assertThat(tags(paths.get(5))).containsExactly("new", "by-5");
  }

  @Test
  void finishesWhatBrokeOffWhenItIsRepeated() {
    List<String> paths = openInOrderOfTheirIds(5);
    String broken = id(paths.get(2));

    StoredTags.refusedWhere(
        "new.case_id = '" + broken + "'", () -> rename("old", "new").is(500, "INTERNAL_ERROR"));

    assertThat(paths.stream().map(this::tags).toList())
        .containsExactly(
            List.of("new"), List.of("new"), List.of("old"), List.of("old"), List.of("old"));
    assertThat(rename("old", "new").is(200).at("/renamed_cases").asInt()).isEqualTo(3);
  }

  @Test
  void goesOnWithTheSameKeyWhereItBrokeOff() {
    List<String> paths = openInOrderOfTheirIds(5);
    Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());

    StoredTags.refusedWhere(
        "new.case_id = '" + id(paths.get(2)) + "'",
        () -> keyed.post(RENAME, NEW).is(500, "INTERNAL_ERROR"));

    assertThat(paths.stream().map(this::tags).filter(List.of("new")::equals)).hasSize(2);
    Answer renamed = keyed.post(RENAME, NEW).is(200);
    Answer repeated = keyed.post(RENAME, NEW).is(200);
    assertThat(renamed.at("/renamed_cases").asInt()).isEqualTo(3);
    assertThat(renamed.at("/remaining_cases").asInt()).isZero();
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(repeated.body()).isEqualTo(renamed.body());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Timeout(60)
  void locksNoCaseButTheOneItRenames(boolean withKey) {
    List<String> paths = openInOrderOfTheirIds(3);
    Api client = withKey ? api.with("Idempotency-Key", UUID.randomUUID().toString()) : api;

    CompletableFuture<Answer> renaming =
        StoredTags.whileLocked(
            id(paths.get(1)),
            () -> {
              CompletableFuture<Answer> running =
                  CompletableFuture.supplyAsync(() -> client.post(RENAME, NEW));
              await().until(() -> tags(paths.getFirst()).equals(List.of("new")));
              api.patch(paths.getFirst(), "{\"title\":\"not locked\"}").is(200);
              if (withKey) {
                client.post(RENAME, NEW).is(409, "IDEMPOTENCY_IN_PROGRESS");
              }
              return running;
            });

    assertThat(renaming.join().is(200).at("/renamed_cases").asInt()).isEqualTo(3);
    assertThat(tags(paths.getLast())).containsExactly("new");
  }

  @Test
  void saysWhatIsLeftWhenItsTimeIsOver() {
    openInOrderOfTheirIds(5);
    // each look at the clock takes a second: one at the beginning, one after each case
    AtomicInteger seconds = new AtomicInteger();
    InstantSource slow = () -> Instant.EPOCH.plusSeconds(seconds.getAndIncrement());
    TagRenaming renaming =
        new TagRenaming(
            commands, rows, new TagProperties(Duration.ofSeconds(2)), slow.withZone(UTC));
    Caller caller = new Caller(new UserId(user), OrganizationId.DEFAULT, null, Set.of());

    RenamedTag first = renaming.rename(new Tag("old"), new Tag("new"), caller);
    RenamedTag second = renaming.rename(new Tag("old"), new Tag("new"), caller);
    RenamedTag third = renaming.rename(new Tag("old"), new Tag("new"), caller);

    assertThat(first).isEqualTo(new RenamedTag(new Tag("new"), 2, 0, 3));
    assertThat(second).isEqualTo(new RenamedTag(new Tag("new"), 2, 0, 1));
    assertThat(third).isEqualTo(new RenamedTag(new Tag("new"), 1, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void passesOverCasesThatAreGone(boolean withKey) {
    String path = open("\"old\"");
    StoredTags.leaveBehind(withKey ? "case_000000000000" : "case_000000000001", user, "old");
    StoredTags.leaveBehind(withKey ? "case_ffffffffffff" : "case_fffffffffffe", user, "old");
    Api client = withKey ? api.with("Idempotency-Key", UUID.randomUUID().toString()) : api;

    Answer renamed = client.post("/api/v2/tags/old/rename", "{\"new_tag\":\"new\"}").is(200);

    assertThat(renamed.at("/renamed_cases").asInt()).isOne();
    assertThat(tags(path)).containsExactly("new");
  }

  private List<String> openInOrderOfTheirIds(int count) {
    List<String> paths = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      paths.add(open("\"old\""));
    }
    return paths.stream().sorted().toList();
  }

  private Answer rename(String from, String to) {
    return api.post("/api/v2/tags/" + from + "/rename", "{\"new_tag\":\"" + to + "\"}");
  }

  private String open(String tags) {
    return api.post("/api/v2/cases", "{\"tags\":[" + tags + "]}").is(201).header("Location");
  }

  private List<String> tags(String path) {
    return StreamSupport.stream(api.get(path + "/tags").is(200).at("/tags").spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }

  private int version(String path) {
    return api.get(path).is(200).at("/version").asInt();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
