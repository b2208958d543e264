package com.faultmaven.cases.deletion;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.faultmaven.cases.CaseCommands;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A case goes at once, and what it leaves a bounded number of rows at a time. */
@IntegrationTest
class CaseDeletionTest {

  private static final int BATCH = 500;

  /** What is left of a case is here, beside what goes in its own transaction. */
  private static final List<String> LEFT =
      List.of(
          "cases.status_changes",
          "cases.participant_audit",
          "cases.search_documents",
          "messages.messages");

  private final DataSource database = TestDatabase.dataSource();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TransactionTemplate outside =
      new TransactionTemplate(new JdbcTransactionManager(database));

  @LocalServerPort private int port;
  @Autowired private CaseDeletions deletions;
  @Autowired private ContentsDeletion contents;
  @Autowired private List<CaseContents> allContents;
  @Autowired private CaseDeletionProperties properties;
  @Autowired private OwnedContents ownedContents;
  @Autowired private CaseContentsDeletion job;
  @Autowired private CaseCommands commands;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient inTransaction;
  private Api api;
  private String owner = "";
  private String path = "";
  private String id = "";

  @BeforeEach
  void openCase() {
    owner = "owner-" + UUID.randomUUID();
    api = Api.on(port).as(owner);
    path =
        api.post("/api/v2/cases", "{\"title\":\"pangolin\",\"tags\":[\"prod\",\"db\"]}")
            .is(201)
            .header("Location");
    id = path.substring(path.lastIndexOf('/') + 1);
    api.put(path + "/participants/reader", "{\"role\":\"viewer\"}").is(201);
  }

  @AfterEach
  void countNoMore() {
    jdbc.sql("drop table if exists public.deleted_rows cascade").update();
    jdbc.sql("drop table if exists public.kept_case").update();
    for (String table : List.of("cases.participants", "tags.case_tags", "cases.cases")) {
      stopCounting(table);
    }
    LEFT.forEach(this::stopCounting);
  }

  @Test
  void locksABoundedNumberOfRowsInAnyTransaction() {
    fill(5_000, 3_000);
    countDeletedRows();

    api.delete(path).is(204);

    await().atMost(60, SECONDS).until(() -> left() == 0);
    Map<String, Integer> request = rowsOfTheTransactionThatDeleted("cases.cases");
    assertThat(request)
        .isEqualTo(Map.of("cases.cases", 1, "cases.participants", 1, "tags.case_tags", 2));
    assertThat(rowsByTransaction())
        .hasSizeGreaterThanOrEqualTo(1 + (5_000 + 3_000 + 5_001 + 1) / BATCH)
        .allSatisfy(rows -> assertThat(rows).isLessThanOrEqualTo(BATCH));
  }

  @Test
  void showsNothingOfWhatIsStillThere() {
    String reader = path + "/messages";
    fill(20, 20);

    deleteAndKeepWhatIsLeft();

    assertThat(rows("messages.messages")).isEqualTo(20);
    api.get(path).is(404, "CASE_NOT_FOUND");
    api.get(reader).is(404, "CASE_NOT_FOUND");
    api.get(path + "/status-changes").is(404, "CASE_NOT_FOUND");
    api.get(path + "/participants").is(404, "CASE_NOT_FOUND");
    api.get(path + "/tags").is(404, "CASE_NOT_FOUND");
    api.get("/api/v1/cases/" + id).is(404);
    api.post(path + "/messages", "{\"content\":\"x\"}").is(404, "CASE_NOT_FOUND");
    for (String list : List.of("/api/v2/cases", "/api/v2/cases/facets", "/api/v2/tags")) {
      assertThat(api.get(list).is(200).at("/total").asInt()).as(list).isZero();
    }
    for (String query : List.of("pangolin", "said", "pangolin&in=messages", "-nothing")) {
      assertThat(api.get("/api/v2/cases?q=" + query).is(200).at("/total").asInt())
          .as(query)
          .isZero();
    }
  }

  @Test
  void goesOnAfterACrashBetweenAnyTwoBatches() {
    fill(700, 300);
    deleteAndKeepWhatIsLeft();
    int before = left();

    transaction.executeWithoutResult(
        crash -> {
          deleteBatch();
          crash.setRollbackOnly();
        });
    assertThat(left()).as("nothing is half done").isEqualTo(before);
    transaction.executeWithoutResult(_ -> deleteBatch());
    assertThat(left()).isEqualTo(before - BATCH);
    // its instance died: it is due again
    goOn();

    await().atMost(20, SECONDS).until(() -> left() == 0 && pending() == 0);
  }

  @Test
  void isDoneByAnyNumberOfInstancesAtATime() {
    fill(3_000, 100);
    api.delete(path).is(204);

    Together.run(
        4,
        n -> {
          job.deleteWhatIsDue();
          return n;
        });

    await().atMost(30, SECONDS).until(() -> left() == 0 && pending() == 0);
  }

  @Test
  void leavesWhatAnotherInstanceIsAbout() {
    deleteAndKeepWhatIsLeft();

    outside.executeWithoutResult(
        _ -> {
          lockOutside();
          assertThat(locks()).isFalse();
        });

    assertThat(locks()).isTrue();
  }

  private boolean locks() {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> !deletions.lock(List.of(new CaseId(id))).isEmpty()));
  }

  /** In another millennium, so that no job but that of the test takes them. */
  @Test
  void isNotHeldUpByAnotherThatFails() {
    String other = api.post("/api/v2/cases", "{}").is(201).text("/case_id");
    List<CaseContents> contents = new ArrayList<>(allContents);
    contents.addFirst(failingFor(new CaseId(other)));
    Clock later = Clock.fixed(Instant.parse("3000-01-02T00:00:00Z"), ZoneOffset.UTC);
    CaseContentsDeletion failing =
        new CaseContentsDeletion(
            deletions,
            new ContentsDeletion(deletions, contents, later),
            properties,
            transaction,
            later);
    outside.executeWithoutResult(
        _ -> {
          jdbc.sql("delete from cases.cases where owner_id = ?").param(owner).update();
          jdbc.sql("update cases.case_deletions set due_at = '3000-01-01' where owner_id = ?")
              .param(owner)
              .update();
        });

    assertThatThrownBy(failing::deleteWhatIsDue).hasMessage("an obstacle");

    assertThat(left() + pending()).isZero();
    assertThat(
            jdbc.sql("select case_id from cases.case_deletions where owner_id = ?")
                .param(owner)
                .query(String.class)
                .list())
        .containsExactly(other);
    jdbc.sql("update cases.case_deletions set due_at = now() where case_id = ?")
        .param(other)
        .update();
  }

  private static CaseContents failingFor(CaseId victim) {
    return (ids, most) -> {
      if (ids.contains(victim)) {
        throw new IllegalStateException("an obstacle");
      }
      return 0;
    };
  }

  @Test
  void isAPartOfDeletingTheOwnersData() {
    fill(30, 30);
    deleteAndKeepWhatIsLeft();

    outside.executeWithoutResult(
        _ -> {
          lockOutside();
          assertThat(eraseSome()).isEqualTo(Erasure.BUSY);
        });

    assertThat(eraseSome()).isEqualTo(Erasure.SOME);
    await().atMost(20, SECONDS).until(() -> eraseSome() == Erasure.NOTHING_LEFT);
    assertThat(left()).isZero();
  }

  private Erasure eraseSome() {
    return requireNonNull(transaction.execute(_ -> ownedContents.eraseSome(new UserId(owner), 10)));
  }

  private void lockOutside() {
    jdbc.sql("select case_id from cases.case_deletions where case_id = ? for update")
        .param(id)
        .query(String.class)
        .single();
  }

  @Test
  void includesCasesThatAnInstanceOfAnOlderVersionDeletes() {
    fill(700, 10);

    jdbc.sql("delete from cases.cases where case_id = ?").param(id).update();

    await().atMost(20, SECONDS).until(() -> left() == 0 && pending() == 0);
    assertThat(rows("tags.case_tags")).isZero();
  }

  @Test
  void keepsTheIdUntilNothingIsLeft() {
    fill(20, 20);
    keepCopy();
    deleteAndKeepWhatIsLeft();

    assertThatThrownBy(this::importCopy).isInstanceOf(DuplicateKeyException.class);
    assertThat(rows("cases.cases")).isZero();
    goOn();
    await().atMost(20, SECONDS).until(() -> pending() == 0);
    importCopy();

    assertThat(left()).isZero();
    assertThat(api.get(path + "/messages").is(200).at("/total").asInt()).isZero();
    assertThat(api.get(path + "/status-changes").is(200).at("/status_changes").size()).isZero();
    assertThat(api.get("/api/v2/cases?q=said").is(200).at("/total").asInt()).isZero();
  }

  @Test
  void leavesACaseThatWasImportedUnderTheIdAlone() {
    api.post(path + "/messages", "{\"content\":\"new\"}").is(201);

    deletions.add(new CaseId(id), new UserId(owner));
    assertThat(pending()).isZero();
    jdbc.sql("insert into cases.case_deletions values (?, ?, now())").params(id, owner).update();

    await().atMost(20, SECONDS).until(() -> pending() == 0);
    assertThat(api.get(path + "/messages").is(200).at("/total").asInt()).isOne();
    assertThat(rows("tags.case_tags")).isEqualTo(2);
  }

  private void deleteBatch() {
    List<CaseId> locked = deletions.lock(List.of(new CaseId(id)));
    assertThat(locked).hasSize(1);
    contents.deleteSome(locked, BATCH);
    putOff();
  }

  /** Nobody goes on before {@link #goOn}. */
  private void deleteAndKeepWhatIsLeft() {
    Caller caller = new Caller(new UserId(owner), OrganizationId.DEFAULT, null, Set.of());
    transaction.executeWithoutResult(
        _ -> {
          commands.delete(new CaseId(id), IfMatch.of(null), caller);
          putOff();
        });
  }

  private void putOff() {
    inTransaction
        .sql("update cases.case_deletions set due_at = now() + interval '1 hour' where case_id = ?")
        .param(id)
        .update();
  }

  private void goOn() {
    jdbc.sql("update cases.case_deletions set due_at = now() where case_id = ?").param(id).update();
  }

  private void fill(int messages, int moves) {
    jdbc.sql(
            """
            insert into messages.messages
            select 'msg_' || left(md5(:id || n), 16), :id, n, 'user', 'said', :owner, '{}', now()
            from generate_series(1, :messages) n
            """)
        .param("id", id)
        .param("owner", owner)
        .param("messages", messages)
        .update();
    jdbc.sql(
            """
            insert into cases.search_documents (owner_id, case_id, turn, written_at, document)
            select owner_id, case_id, n, written_at, document || to_tsvector('simple', 'said')
            from cases.search_documents, generate_series(1, ?) n where case_id = ? and turn = 0
            """)
        .params(messages, id)
        .update();
    jdbc.sql(
            """
            insert into cases.status_changes
            select ?, n, 'consulting', 'investigating', null, ?, now() from generate_series(1, ?) n
            """)
        .params(id, owner, moves)
        .update();
  }

  private void keepCopy() {
    jdbc.sql(
            "create table public.kept_case as select * from cases.cases where case_id = '%s'"
                .formatted(id))
        .update();
    jdbc.sql("update public.kept_case set status_changes = 0, message_count = 0").update();
  }

  private void importCopy() {
    jdbc.sql("insert into cases.cases select * from public.kept_case").update();
  }

  private void countDeletedRows() {
    jdbc.sql("create table public.deleted_rows (xid xid8, source text)").update();
    jdbc.sql(
            """
            create or replace function public.note_deleted_row() returns trigger language plpgsql as $$
            begin
              if old.case_id = tg_argv[1] then
                insert into public.deleted_rows values (pg_current_xact_id(), tg_argv[0]);
              end if;
              return null;
            end $$
            """)
        .update();
    for (String table : List.of("cases.participants", "tags.case_tags", "cases.cases")) {
      count(table);
    }
    LEFT.forEach(this::count);
  }

  private void count(String table) {
    jdbc.sql(
            "create trigger note_deleted_row after delete on %1$s for each row".formatted(table)
                + " execute function public.note_deleted_row('%s', '%s')".formatted(table, id))
        .update();
  }

  private void stopCounting(String table) {
    jdbc.sql("drop trigger if exists note_deleted_row on " + table).update();
  }

  private List<Integer> rowsByTransaction() {
    return jdbc.sql("select count(*) from public.deleted_rows group by xid")
        .query(Integer.class)
        .list();
  }

  private Map<String, Integer> rowsOfTheTransactionThatDeleted(String table) {
    return jdbc
        .sql(
            """
            select source, count(*) from public.deleted_rows
            where xid = (select xid from public.deleted_rows where source = ?) group by source
            """)
        .param(table)
        .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private int left() {
    return LEFT.stream().mapToInt(this::rows).sum();
  }

  private int pending() {
    return rows("cases.case_deletions");
  }

  private int rows(String table) {
    return jdbc.sql("select count(*) from " + table + " where case_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
