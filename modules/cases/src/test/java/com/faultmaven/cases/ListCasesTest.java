package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class ListCasesTest {

  private static final String CASES = "/api/v2/cases";

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private String user = "";
  private Api api;

  @BeforeEach
  void openSomeCases() {
    user = "lister-" + UUID.randomUUID();
    api = Api.on(port).as(user);
    open("a", "low", "error", "s-1", "[\"Postgres\",\"prod\"]");
    open("b", "high", "performance", "s-1", "[\"postgres\"]");
    String c = open("c", "high", "error", "s-2", "[\"k8s\",\"prod\"]");
    String d = open("d", "critical", "security", "", "[]");
    api.post(c + "/status-changes", "{\"status\":\"investigating\"}").is(201);
    api.post(d + "/status-changes", "{\"status\":\"closed\"}").is(201);
    open("e", "low", "other", "s-2", "[\"prod\"]");
    api.put(open("archived", "low", "other", "s-2", "[\"prod\"]") + "/archive").is(204);
  }

  @Test
  void isNotNarrowedByHeadersThatAreCalledLikeParameters() {
    Api headers =
        api.with("Tag", "k8s").with("Q", "a").with("Scope", "shared").with("Severity", "high");

    assertThat(headers.get(CASES).is(200).body()).isEqualTo(api.get(CASES).is(200).body());
    assertThat(headers.get(CASES + "?severity=low").is(200).at("/total").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                      | edcba",
        "?sort=-created_at                     | edcba",
        "?sort=created_at                      | abcde",
        "?sort=-updated_at                     | edcba",
        "?sort=updated_at                      | abcde",
        "?status=consulting                    | eba",
        "?status=closed&status=investigating   | dc",
        "?severity=high                        | cb",
        "?severity=high&severity=critical      | dcb",
        "?category=error                       | ca",
        "?tag=POSTGRES                         | ba",
        "?tag=prod                             | eca",
        "?tag=prod&tag=postgres                | a",
        "?tag=nothing                          | ''",
        "?session_id=s-1                       | ba",
        "?session_id=                          | d",
        "?scope=owned                          | edcba",
        "?scope=shared                         | ''",
        "?scope=all                            | edcba",
        "?include_archived=false               | edcba",
        "?status=consulting&severity=low&tag=prod&session_id=s-2&category=other | e",
        "?created_after=2020-01-01T00:00:00Z   | edcba",
        "?created_before=2020-01-01T00:00:00Z  | ''",
        "?updated_after=2100-01-01T00:00:00%2B02:00 | ''",
        "?updated_before=2100-01-01T00:00:00Z  | edcba",
        "?limit=2                              | ed",
        "?limit=2&offset=3                     | ba",
        "?offset=2147483647                    | ''",
      })
  void findsWhatTheFiltersSayInTheOrderAskedFor(String query, String titles) {
    Answer page = api.get(CASES + (query == null ? "" : query.strip())).is(200);

    assertThat(titlesOf(page)).isEqualTo(titles.strip());
  }

  @Test
  void comparesTimesToTheMicrosecond() {
    String createdAt = api.get(CASES + "?offset=2&limit=1").text("/cases/0/created_at");

    assertThat(titlesOf(api.get(CASES + "?created_after=" + createdAt))).isEqualTo("ed");
    assertThat(titlesOf(api.get(CASES + "?created_before=" + createdAt))).isEqualTo("ba");
  }

  @Test
  void showsArchivedCasesToThoseWhoAskForThem() {
    assertThat(api.get(CASES + "?include_archived=true").at("/total").asInt()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-created_at", "created_at", "-updated_at", "updated_at"})
  void walksByCursorThroughEveryCaseOnce(String sort) {
    String whole = titlesOf(api.get(CASES + "?sort=" + sort));
    StringBuilder walked = new StringBuilder();
    String next = "";
    do {
      Answer page = api.get(CASES + "?limit=2&sort=" + sort + next).is(200);
      assertThat(page.at("/total").isMissingNode()).isEqualTo(!next.isEmpty());
      walked.append(titlesOf(page));
      next = page.at("/next_cursor").isMissingNode() ? "" : "&cursor=" + page.text("/next_cursor");
    } while (!next.isEmpty());

    assertThat(walked).hasToString(whole);
  }

  @Test
  void keepsItsPlaceByCursorWhileNewCasesArrive() {
    Answer first = api.get(CASES + "?limit=2").is(200);
    open("new", "low", "other", "", "[]");

    Answer second = api.get(CASES + "?limit=2&cursor=" + first.text("/next_cursor")).is(200);

    assertThat(titlesOf(second)).isEqualTo("cb");
  }

  @Test
  void tellsTheExactTotalWhereverThePageIs() {
    for (String query : List.of("?limit=1", "?offset=4", "?offset=100", "?limit=2&offset=1")) {
      assertThat(api.get(CASES + query).is(200).at("/total").asInt()).isEqualTo(5);
    }
  }

  @Test
  void refusesACursorItDidNotGiveForThisList() {
    String cursor = api.get(CASES + "?limit=2").text("/next_cursor");
    List<String> wrong = new ArrayList<>();
    wrong.add("?cursor=" + cursor + "&status=closed");
    wrong.add("?cursor=" + cursor + "&sort=created_at");
    wrong.add("?cursor=" + cursor.substring(2));
    wrong.add("?cursor=" + encode("{\"offset\":7}"));
    wrong.add("?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    for (String query : wrong) {
      Answer refused = api.get(CASES + query);
      refused.is(400, "INVALID_PARAMETER");
      assertThat(refused.violations()).containsExactly("cursor:invalid_format");
    }
    Api.on(port).asSomebody().get(CASES + "?cursor=" + cursor).is(400, "INVALID_PARAMETER");
    api.get(CASES + "?offset=1&cursor=" + cursor).is(400, "INVALID_PARAMETER");
  }

  @Test
  void costsOneStatementForThePageAndOneForTheTotal() {
    for (int i = 0; i < 95; i++) {
      open("more", "low", "other", "", "[\"x\",\"y\"]");
    }
    String request = UUID.randomUUID().toString();

    Answer page = api.with("X-Correlation-ID", request).get(CASES + "?limit=100").is(200);

    assertThat(page.at("/cases").size()).isEqualTo(100);
    assertThat(sql.statementsOf(request)).hasSize(2);
  }

  @Test
  void countsByEveryFacetInOneStatement() {
    String request = UUID.randomUUID().toString();

    Answer facets = api.with("X-Correlation-ID", request).get(CASES + "/facets").is(200);

    assertThat(facets.at("/total").asInt()).isEqualTo(5);
    assertThat(facets.at("/status").toString())
        .isEqualTo(
            "[{\"value\":\"consulting\",\"count\":3},{\"value\":\"closed\",\"count\":1},"
                + "{\"value\":\"investigating\",\"count\":1}]");
    assertThat(facets.at("/severity/0").toString()).isEqualTo("{\"value\":\"high\",\"count\":2}");
    assertThat(facets.at("/category/0").toString()).isEqualTo("{\"value\":\"error\",\"count\":2}");
    assertThat(facets.at("/tag").findValuesAsString("value"))
        .hasSize(3)
        .startsWith("prod")
        .anyMatch(tag -> tag.equalsIgnoreCase("postgres"));
    assertThat(sql.statementsOf(request)).hasSize(1);
    assertThat(api.get(CASES + "/facets?severity=high&include_archived=true").at("/total").asInt())
        .isEqualTo(2);
  }

  @Test
  void showsTheCasesOfAUserToThatUserAndToAdmins() {
    String path = "/api/v2/users/" + user + "/cases";
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "[\"user\",\"admin\"]");

    assertThat(titlesOf(api.get(path + "?severity=high").is(200))).isEqualTo("cb");
    Answer seen = admin.get(path + "?limit=3").is(200);
    assertThat(titlesOf(seen)).isEqualTo("edc");
    assertThat(seen.text("/cases/0/my_role")).isEqualTo("viewer");
    assertThat(titlesOf(admin.get(path + "?limit=3&cursor=" + seen.text("/next_cursor"))))
        .isEqualTo("ba");
    Api.on(port).asSomebody().get(path).is(404, "USER_NOT_FOUND");
  }

  @Test
  void showsAnAdminOnlyTheOwnOrganization() {
    Api admin =
        Api.on(port).asSomebody().with("X-User-Roles", "admin").with("X-Organization-ID", "acme");

    assertThat(admin.get("/api/v2/users/" + user + "/cases").is(200).at("/total").asInt()).isZero();
  }

  private String open(String title, String severity, String category, String session, String tags) {
    return api.post(
            CASES,
            """
            {"title":"%s","severity":"%s","category":"%s","session_id":"%s","tags":%s}
            """
                .formatted(title, severity, category, session, tags))
        .is(201)
        .header("Location");
  }

  private static String titlesOf(Answer page) {
    return String.join("", page.at("/cases").findValuesAsString("title"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
