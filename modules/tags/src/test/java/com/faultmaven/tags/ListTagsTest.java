package com.faultmaven.tags;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class ListTagsTest {

  private static final String TAGS = "/api/v2/tags";

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private String user = "";
  private Api api;

  @BeforeEach
  void openSomeCases() {
    user = "cataloguer-" + UUID.randomUUID();
    api = Api.on(port).as(user);
    open("Postgres", "prod");
    open("postgres", "prod", "100%");
    open("postgres", "post_mortem", "1000");
    open("postXmortem", "🔥");
    String archived = open("prod", "My tag");
    api.put(archived + "/archive").is(204);
    Api.on(port).asSomebody().post("/api/v2/cases", "{\"tags\":[\"prod\",\"postal\"]}").is(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                 | postgres 3, prod 3, 100% 1, 1000 1, My tag 1, post_mortem 1, postXmortem 1, 🔥 1",
        "?prefix=post     | postgres 3, post_mortem 1, postXmortem 1",
        "?prefix=POST     | postgres 3, post_mortem 1, postXmortem 1",
        "?prefix=post_    | post_mortem 1",
        "?prefix=%25      | ''",
        "?prefix=100%25   | 100% 1",
        "?prefix=100      | 100% 1, 1000 1",
        "?prefix=_        | ''",
        "?prefix=%5C      | ''",
        "?prefix=my%20    | My tag 1",
        "?prefix=%20my    | My tag 1",
        "?prefix=%F0%9F%94%A5 | 🔥 1",
        "?prefix=x        | ''",
        "?limit=1         | postgres 3",
        "?limit=2&offset=1| prod 3, 100% 1",
        "?offset=100      | ''",
        "?prefix=p&limit=1&offset=2 | post_mortem 1",
      })
  void countsTheCasesOfEachTagTheMostUsedFirst(String query, String tags) {
    Answer page = api.get(TAGS + (query == null ? "" : query)).is(200);

    assertThat(shown(page)).isEqualTo(tags.strip());
  }

  @Test
  void tellsTheExactTotalOfWhatBeginsSo() {
    assertThat(api.get(TAGS + "?limit=1").at("/total").asInt()).isEqualTo(8);
    assertThat(api.get(TAGS + "?offset=50").at("/total").asInt()).isEqualTo(8);
    assertThat(api.get(TAGS + "?prefix=post&limit=1").at("/total").asInt()).isEqualTo(3);
    assertThat(api.get(TAGS + "?prefix=nothing").at("/total").asInt()).isZero();
    assertThat(Api.on(port).asSomebody().get(TAGS).is(200).at("/total").asInt()).isZero();
  }

  @Test
  void showsTheSpellingUsedMostAndOfThoseTheFirstInOrder() {
    Api other = Api.on(port).asSomebody();
    for (String name : List.of("kafka", "Kafka", "KAFKA", "kafka", "KAFKA")) {
      other.post("/api/v2/cases", "{\"tags\":[\"" + name + "\"]}").is(201);
    }

    assertThat(shown(other.get(TAGS).is(200))).isEqualTo("KAFKA 5");
  }

  @Test
  void followsWhatIsAddedAndRemoved() {
    String path = open("fresh");
    assertThat(shown(api.get(TAGS + "?prefix=fresh"))).isEqualTo("fresh 1");
    api.put(path + "/tags", "{\"tags\":[\"Postgres\"]}").is(200);

    assertThat(shown(api.get(TAGS + "?prefix=fresh"))).isEmpty();
    assertThat(api.get(TAGS + "?prefix=postgres").at("/tags/0/case_count").asInt()).isEqualTo(4);
  }

  @Test
  void walksByCursorThroughEveryTagOnce() {
    StringBuilder walked = new StringBuilder();
    String next = "";
    do {
      Answer page = api.get(TAGS + "?limit=3" + next).is(200);
      assertThat(page.at("/total").isMissingNode()).isEqualTo(!next.isEmpty());
      walked.append(walked.isEmpty() ? "" : ", ").append(shown(page));
      next = page.at("/next_cursor").isMissingNode() ? "" : "&cursor=" + page.text("/next_cursor");
    } while (!next.isEmpty());

    assertThat(walked).hasToString(shown(api.get(TAGS)));
  }

  @Test
  void refusesACursorItDidNotGiveForThisList() {
    String cursor = api.get(TAGS + "?limit=2").text("/next_cursor");

    Answer refused = api.get(TAGS + "?prefix=p&cursor=" + cursor);
    refused.is(400, "INVALID_PARAMETER");
    assertThat(refused.violations()).containsExactly("cursor:invalid_format");
    Api.on(port).asSomebody().get(TAGS + "?cursor=" + cursor).is(400, "INVALID_PARAMETER");
    api.get(TAGS + "?offset=1&cursor=" + cursor).is(400, "INVALID_PARAMETER");
  }

  @ParameterizedTest
  @CsvSource({
    "prefix=, prefix:blank",
    "prefix=%20%09, prefix:invalid_characters",
    "prefix=%20, prefix:blank",
    "prefix=a%00, prefix:invalid_characters",
    "prefix=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, prefix:too_long",
    "prefix=a&prefix=b, prefix:too_many",
    "limit=0, limit:too_small",
    "limit=101, limit:too_large",
    "q=a, q:unknown_parameter",
  })
  void namesWhatIsWrongWithAQuery(String query, String violation) {
    Answer refused = api.get(TAGS + "?" + query);

    refused.is(400, "INVALID_PARAMETER");
    assertThat(refused.violations()).contains(violation);
  }

  @Test
  void readsTheCatalogueOfOneAmongManyByItsIndex() {
    crowd();
    String request = UUID.randomUUID().toString();
    Api observed = api.with("X-Correlation-ID", request);
    assertThat(shown(observed.get(TAGS + "?prefix=prod").is(200))).isEqualTo("prod 3");

    List<String> statements = sql.statementsOf(request);
    assertThat(statements).hasSize(2);
    long first = Long.MAX_VALUE;
    for (String plan :
        List.of(
            plan(statements.getFirst(), user, "default", "prod", first, first, "", 21, 0),
            plan(statements.getFirst(), "crowd 7", "default", "", first, first, "", 21, 0),
            plan(statements.getLast(), user, "default", "prod"),
            plan(statements.getLast(), "crowd 7", "default", ""))) {
      assertThat(plan)
          .contains("case_tags_by_key")
          .contains("Index Cond")
          .doesNotContain("Seq Scan");
    }
    assertThat(plan(statements.getFirst(), user, "default", "prod", first, first, "", 21, 0))
        .containsPattern("Index Cond: .*key >= 'prod'");
  }

  @Test
  void findsTheCasesToRenameOnByTheSameIndex() {
    crowd();
    String request = UUID.randomUUID().toString();
    api.with("X-Correlation-ID", request)
        .post("/api/v2/tags/prod/rename", "{\"new_tag\":\"live\"}")
        .is(200);

    String search =
        sql.statementsOf(request).stream()
            .filter(statement -> statement.contains("order by case_id"))
            .findFirst()
            .orElseThrow();
    assertThat(plan(search, "hoarder", "default", "same", "x", "", 100))
        .containsPattern("Index (Only )?Scan using case_tags_by_key")
        .doesNotContain("Sort");
  }

  private static void crowd() {
    StoredTags.JDBC
        .sql(
            """
            insert into tags.case_tags (case_id, key, name, owner_id, position)
            select 'case_' || lpad(to_hex(n), 12, 'f'), 'tag ' || n % 97, 'Tag ' || n % 97,
                   'crowd ' || n % 100, 0
            from generate_series(1, 100000) as n
            union all
            select 'case_' || lpad(to_hex(n), 12, 'e'), 'same', 'Same', 'hoarder', 0
            from generate_series(1, 20000) as n
            on conflict do nothing
            """)
        .update();
    StoredTags.JDBC.sql("analyze tags.case_tags").update();
  }

  private static String plan(String statement, Object... parameters) {
    return String.join(
        "\n",
        StoredTags.JDBC
            .sql("explain " + statement)
            .params(List.of(parameters))
            .query(String.class)
            .list());
  }

  private String open(String... tags) {
    String names =
        List.of(tags).stream().map(tag -> "\"" + tag + "\"").collect(Collectors.joining(","));
    return api.post("/api/v2/cases", "{\"tags\":[" + names + "]}").is(201).header("Location");
  }

  private static String shown(Answer page) {
    return StreamSupport.stream(page.at("/tags").spliterator(), false)
        .map(use -> use.get("tag").asString() + " " + use.get("case_count").asInt())
        .collect(Collectors.joining(", "));
  }
}
