package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.SqlWatch.Executed;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The statements of a list, as they are really run for a user who has a tenth of all cases, are
 * explained: none reads a whole table.
 */
@ModuleTest
class ListPlansTest {

  private static final int CASES = Integer.getInteger("faultmaven.plans.cases", 50_000);
  private static final String USER = "owner-0";
  private static final Pattern SMALL =
      Pattern.compile(
          "Seq Scan on (search_documents_\\d+ .*\\(cost=0\\.00\\.\\.[0-5]\\."
              + "|(shared_)?case_count(s|_changes) |reader_changes )");

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

  @BeforeAll
  static void openManyCases(@Autowired JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into cases.cases (case_id, version, owner_id, organization_id, session_id, title,
              description, status, severity, category, metadata, tags, tag_keys, status_changes,
              facts, created_at, updated_at, archived_at)
            select 'case_' || lpad(to_hex(n), 12, '0'), 1, 'owner-' || n % 10,
              case when n / 10 % 8 = 0 then 'acme' else 'default' end,
              's-' || n % 5000, 'Case ' || n || ' word' || n % 997, 'text' || n % 499 || ' timeout',
              (array['consulting','investigating','resolved','closed'])[1 + n % 4],
              (array['low','medium','high','critical'])[1 + n / 10 % 4],
              (array['performance','error','configuration','other'])[1 + n / 20 % 4], '{}',
              array['tag' || n / 10 % 300], array['tag' || n / 10 % 300], 0, 1,
              timestamptz '2025-01-01' + n * interval '1 minute',
              timestamptz '2025-01-01' + n * interval '2 minutes',
              case when n % 7 = 0 then now() end
            from generate_series(1, ?) as n
            """)
        .param(CASES)
        .update();
    jdbc.sql(
            """
            insert into cases.search_documents
            select owner_id, case_id, 0, created_at,
              to_tsvector('simple', title || ' ' || description) || array_to_tsvector(array[chr(1) || owner_id])
            from cases.cases where owner_id like 'owner-_'
            """)
        .update();
    jdbc.sql(
            """
            insert into cases.participants
            select case_id, 'guest-' || hashtext(case_id) % 2000, 'viewer', owner_id, now()
            from cases.cases where owner_id like 'owner-_'
            union all
            select case_id, 'owner-0', 'viewer', owner_id, now()
            from cases.cases where owner_id = 'owner-1' and hashtext(case_id) % 25 = 0
            """)
        .update();
    jdbc.sql(
            """
            insert into cases.shared_documents (case_id, turn, written_at, document)
            select d.case_id, d.turn, d.written_at,
              d.document || array_to_tsvector(array_agg(chr(2) || p.user_id))
            from cases.search_documents d join cases.participants p on p.case_id = d.case_id
            where d.owner_id like 'owner-_' group by d.case_id, d.turn, d.written_at, d.document
            on conflict do nothing
            """)
        .update();
    jdbc.sql("delete from cases.reader_changes").update();
    JdbcClient owner = JdbcClient.create(TestDatabase.dataSource());
    owner.sql("vacuum analyze cases.shared_documents").update();
    owner.sql("vacuum analyze cases.cases").update();
    owner.sql("vacuum analyze cases.participants").update();
    owner.sql("vacuum analyze cases.search_documents").update();
    owner.sql("analyze cases.case_counts").update();
    owner.sql("analyze cases.case_count_changes").update();
    owner.sql("analyze cases.shared_case_counts").update();
    owner.sql("analyze cases.shared_case_count_changes").update();
  }

  @AfterAll
  static void deleteThem(@Autowired JdbcClient jdbc) {
    jdbc.sql("delete from cases.cases where owner_id like 'owner-_'").update();
    jdbc.sql("analyze cases.cases").update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?offset=3000",
        "?sort=created_at",
        "?sort=-updated_at",
        "?sort=updated_at&include_archived=true",
        "?status=closed",
        "?status=closed&status=resolved&severity=high",
        "?category=error&sort=-updated_at",
        "?severity=critical&category=other&include_archived=true",
        "?tag=tag7",
        "?tag=tag7&status=consulting&sort=updated_at",
        "?session_id=s-40",
        "?q=word7",
        "?q=word7+text7&in=case",
        "?q=word7+-text7",
        "?q=timeout&sort=relevance",
        "?q=word7&sort=relevance&status=closed&tag=tag7",
        "?created_after=2025-01-20T00:00:00Z&created_before=2025-01-21T00:00:00Z",
        "?updated_after=2025-03-01T00:00:00Z&severity=low",
        "?scope=owned",
        "?scope=shared",
        "?scope=shared&q=timeout&status=closed",
        "?scope=owned&status=closed&severity=high&category=error&tag=tag1&session_id=s-3&q=x&include_archived=true",
      })
  void readAnIndexAndNeverAWholeTable(String query) {
    Api api = Api.on(port).as(USER);
    String request = UUID.randomUUID().toString();
    api.with("X-Correlation-ID", request).get("/api/v2/cases" + query).is(200);
    if (!query.contains("offset") && !query.contains("sort")) {
      api.with("X-Correlation-ID", request).get("/api/v2/cases/facets" + query).is(200);
    }

    List<Executed> executed = sql.executedFor(request);
    assertThat(executed).isNotEmpty();
    for (Executed statement : executed) {
      assertThat(plan(statement)).doesNotContain("Seq Scan");
      assertThat(planByIndex(statement)).contains("Index");
    }
  }

  @Test
  void readTheirOrganizationOnlyAndCountItInTheIndex() {
    String request = UUID.randomUUID().toString();
    Api.on(port)
        .as(USER)
        .with("X-Correlation-ID", request)
        .get("/api/v2/cases?scope=owned")
        .is(200);

    List<Executed> executed = sql.executedFor(request);
    assertThat(executed).hasSize(2);
    assertThat(plan(executed.getFirst()))
        .contains("Index Scan Backward using cases_by_creation")
        .containsPattern("Index Cond: .*owner_id.*organization_id")
        .doesNotContain("Sort Key: c.created_at");
    assertThat(planByIndex(executed.getLast()))
        .contains("case_counts_pkey", "case_count_changes_by_owner")
        .containsPattern("Index Cond: .*owner_id.*organization_id");
  }

  @Test
  void readWhatIsSharedInOrderAndCountItInTheIndex() {
    String request = UUID.randomUUID().toString();
    Api.on(port)
        .as(USER)
        .with("X-Correlation-ID", request)
        .get("/api/v2/cases?scope=shared&limit=5")
        .is(200);

    List<Executed> executed = sql.executedFor(request);
    assertThat(executed).hasSize(2);
    assertThat(plan(executed.getFirst()))
        .contains("Index Scan Backward using participants_by_creation")
        .containsPattern("Index Cond: .*user_id.*organization_id")
        .doesNotContain("Sort Key: p.case_created_at");
    assertThat(planByIndex(executed.getLast()))
        .contains("shared_case_counts_pkey", "shared_case_count_changes_by_user")
        .containsPattern("Index Cond: .*user_id.*organization_id");
  }

  @Test
  void readTheCasesOfEachStatusInOrder() {
    String request = UUID.randomUUID().toString();
    Api.on(port)
        .as(USER)
        .with("X-Correlation-ID", request)
        .get("/api/v2/cases?scope=owned&status=consulting&status=resolved&severity=high&limit=5")
        .is(200);

    assertThat(plan(sql.executedFor(request).getFirst()).split("\n"))
        .filteredOn(line -> line.contains("Index Scan Backward using cases_by_status"))
        .hasSize(2);
    assertThat(plan(sql.executedFor(request).getFirst()))
        .containsPattern("Index Cond: .*status = .*severity = .*archived_at IS NULL")
        .doesNotContain("Sort Key: c.created_at");
  }

  @Test
  void lookForOneParticipantToSeeWhetherACaseIsVisible() {
    String shared =
        jdbc.sql("select min(case_id) from cases.participants where user_id = ?")
            .param(USER)
            .query(String.class)
            .single();
    String request = UUID.randomUUID().toString();
    Api.on(port)
        .as(USER)
        .with("X-Correlation-ID", request)
        .get("/api/v2/cases/" + shared + "/participants")
        .is(200);

    assertThat(plan(sql.executedFor(request).getFirst()))
        .contains(" on participants p")
        .doesNotContain("hashed SubPlan");
  }

  @Test
  void countInTheIndexWhatIsNotCountedAsItChanges() {
    String request = UUID.randomUUID().toString();
    Api.on(port)
        .as(USER)
        .with("X-Correlation-ID", request)
        .get("/api/v2/cases?scope=owned&created_after=2025-01-20T00:00:00Z")
        .is(200);

    assertThat(plan(sql.executedFor(request).getLast()))
        .contains("Index Only Scan using cases_by_creation")
        .containsPattern("Index Cond: .*owner_id.*organization_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&sort=relevance", "&sort=updated_at"})
  void findInTheIndexOfTheOwnersPartOnly(String sort) {
    String request = UUID.randomUUID().toString();
    Api.on(port)
        .as(USER)
        .with("X-Correlation-ID", request)
        .get("/api/v2/cases?scope=owned&q=word7+" + sort)
        .is(200);

    List<Executed> executed = sql.executedFor(request);
    assertThat(executed).as("the page with its total, and why its cases match").hasSize(2);
    assertThat(
            Pattern.compile("Bitmap Index Scan on search_documents_\\d+_document_idx")
                .matcher(plan(executed.getFirst()))
                .results())
        .hasSize(1);
  }

  /** The plan of a statement that was prepared, whatever is looked for. */
  @ParameterizedTest
  @ValueSource(strings = {"", "&sort=relevance"})
  void findInTheIndexBeforeAnyTextIsRead(String sort) {
    String request = UUID.randomUUID().toString();
    Api.on(port)
        .as(USER)
        .with("X-Correlation-ID", request)
        .get("/api/v2/cases?scope=owned&q=word7" + sort)
        .is(200);

    Executed search = sql.executedFor(request).getFirst();
    assertThat(genericPlan(search))
        .containsPattern("Bitmap Index Scan on search_documents_\\d+_document_idx")
        .doesNotContainPattern("_pkey on .*\\n *Index Cond: .*\\n *Filter: .*document @@");
  }

  @Test
  void findWhatIsSharedInOneIndex() {
    String request = UUID.randomUUID().toString();
    Api.on(port)
        .as(USER)
        .with("X-Correlation-ID", request)
        .get("/api/v2/cases?scope=shared&q=word7")
        .is(200);

    Executed search = sql.executedFor(request).getFirst();
    assertThat(plan(search)).contains("Bitmap Index Scan on shared_documents_by_word");
    assertThat(genericPlan(search)).contains("Bitmap Index Scan on shared_documents_by_word");
  }

  @Test
  void countNothingWhereNothingIsFound() {
    String request = UUID.randomUUID().toString();
    Api.on(port).as(USER).with("X-Correlation-ID", request).get("/api/v2/cases?q=nowhere").is(200);

    assertThat(sql.executedFor(request)).hasSize(1);
  }

  private String genericPlan(Executed statement) {
    StringBuilder numbered = new StringBuilder();
    int number = 0;
    for (String piece : statement.sql().split("\\?", -1)) {
      numbered.append(number == 0 ? "" : "$" + number).append(piece);
      number++;
    }
    // in its other mode the driver would have to send parameters
    JdbcClient simple =
        JdbcClient.create(
            new DriverManagerDataSource(TestDatabase.jdbcUrl() + "&preferQueryMode=simple"));
    return String.join(
        "\n", simple.sql("explain (generic_plan) " + numbered).query(String.class).list());
  }

  /** Without the tables, and parts of one, that are a few pages, of which no index is read. */
  private String plan(Executed statement) {
    return plan(statement, jdbc);
  }

  /** As if there were more of everything. */
  private static String planByIndex(Executed statement) {
    return plan(
        statement,
        JdbcClient.create(
            new DriverManagerDataSource(
                TestDatabase.jdbcUrl() + "&options=-c%20enable_seqscan%3Doff")));
  }

  private static String plan(Executed statement, JdbcClient jdbc) {
    return jdbc
        .sql("explain " + statement.sql())
        .params(statement.parameters())
        .query(String.class)
        .list()
        .stream()
        .filter(line -> !SMALL.matcher(line).find())
        .collect(Collectors.joining("\n"));
  }
}
