package com.faultmaven.cases;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.EventSchemas;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Whatever a user did: once their data is deleted, no table and no event knows them. */
@IntegrationTest
@TestPropertySource(
    properties = {
      "faultmaven.user-data.every=100ms",
      "faultmaven.user-data.pause=300ms",
      "faultmaven.user-data.settle=1s",
      "faultmaven.user-data.batch=3",
      "faultmaven.redelivery.every=100ms"
    })
class ErasedUserTest {

  private static final String TOMBSTONE = "deleted-user";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String leaver = "zephyrine-" + mark;

  /** A word in whatever belongs to the leaver. */
  private final String own = "quokka" + mark;

  /** A word in what the leaver contributed to other people's cases. */
  private final String contributed = "wombat" + mark;

  @LocalServerPort private int port;
  private Api admin;
  private Api user;
  private Api stayer;

  @BeforeEach
  void connect() {
    admin = Api.on(port).asSomebody().with("X-User-Roles", "admin");
    user = Api.on(port).as(leaver);
    stayer = Api.on(port).asSomebody();
  }

  @Test
  void leavesNoTraceButWhatTheyContributedToOtherPeoplesCases() {
    ownCases();
    String shared = sharedCase();
    decisionsAsAdministrator();
    publications();
    oldEvents();
    assertThat(columnsWith(leaver)).hasSizeGreaterThan(20);
    assertThat(columnsWith(own)).hasSizeGreaterThan(8);

    delete();

    assertThat(columnsWith(leaver)).isEmpty();
    assertThat(columnsWith(own)).isEmpty();
    assertThat(columnsWith(contributed))
        .as("what belongs to somebody else's case stays with it")
        .containsExactlyInAnyOrder(
            "cases.cases.title",
            "cases.cases.tags",
            "cases.cases.tag_keys",
            "cases.search_documents.document",
            "cases.status_changes.reason",
            "messages.messages.content",
            "messages.messages.metadata",
            "tags.case_tags.key",
            "tags.case_tags.name",
            "events.event_log.payload",
            "events.event_log_archive.payload",
            "events.event_dead_letter.content",
            "events.event_dead_letter.detail");
    namesNobody(shared);
    feedNamesNobody();
  }

  @Test
  void leavesEventsAsTheContractHasThemInTheirPlaces() {
    ownCases();
    sharedCase();
    oldEvents();
    List<String> log = placesOf("events.event_log");
    List<String> archive = placesOf("events.event_log_archive");
    List<String> letters = letters();

    delete();

    assertThat(placesOf("events.event_log")).containsAll(log);
    assertThat(placesOf("events.event_log_archive")).containsAll(archive);
    assertThat(letters()).containsExactlyElementsOf(letters);
    List<String> contents =
        jdbc.sql("select content from events.event_dead_letter where correlation_id like ?")
            .param("%" + mark)
            .query(String.class)
            .list();
    assertThat(contents).hasSizeGreaterThan(5).allSatisfy(EventSchemas::check);
  }

  /** In another case all of it may have been written by somebody else already. */
  @Test
  void isForgottenAlsoWhereOthersWroteOfTheirCases() {
    String path = open(user);
    Api helper = Api.on(port).as("helper-" + mark);
    user.put(path + "/participants/helper-" + mark, "{\"role\":\"collaborator\"}").is(201);
    helper.post(path + "/messages", "{\"content\":\"%s\"}".formatted(own)).is(201);
    helper
        .post(path + "/status-changes", "{\"status\":\"closed\",\"reason\":\"%s\"}".formatted(own))
        .is(201);

    delete();

    assertThat(columnsWith(leaver)).isEmpty();
    assertThat(columnsWith(own)).isEmpty();
  }

  /** Whoever learns late of the deletion of an account has to learn of whom. */
  @Test
  void leavesTheIdOfAnAccountInWhatItsEventsAreAboutAlone() {
    String helper = "helper-" + mark;
    account(leaver, own);
    account(helper, "Helper");
    organization(own);
    String shared = organization(contributed);
    user.post(shared + "/members", "{\"user_id\":\"%s\",\"role\":\"owner\"}".formatted(helper))
        .is(201);
    user.patch(shared, "{\"description\":\"%s\"}".formatted(contributed)).is(200);
    user.post(
            "/api/v1/teams",
            "{\"organization_id\":\"%s\",\"name\":\"%s\"}"
                .formatted(shared.substring(shared.lastIndexOf('/') + 1), contributed))
        .is(201);
    user.delete(shared + "/members/" + leaver).is(204);
    assertThat(columnsWith(leaver)).hasSizeGreaterThan(8);

    delete();

    await().atMost(30, SECONDS).until(() -> columnsWith(own).isEmpty());
    assertThat(columnsWith(leaver)).containsExactly("events.event_log.aggregate_id");
    Api.on(port).as(helper).get(shared).is(200);
  }

  private void account(String id, String name) {
    admin
        .put(
            "/api/v1/admin/users/" + id,
            "{\"username\":\"%s\",\"display_name\":\"%s\"}".formatted(id, name))
        .is(201);
  }

  private String organization(String name) {
    return user.post(
            "/api/v1/organizations", "{\"name\":\"%1$s\",\"slug\":\"%1$s\"}".formatted(name))
        .is(201)
        .header("Location");
  }

  private void delete() {
    admin.delete("/api/v2/admin/users/" + leaver + "/data").is(202);
    await()
        .atMost(90, SECONDS)
        .until(
            () ->
                jdbc.sql("select count(*) from cases.user_data_deletions where user_id = ?")
                        .param(leaver)
                        .query(Integer.class)
                        .single()
                    == 0);
    // nobody is left with whom the case of the other one is shared
    await()
        .atMost(30, SECONDS)
        .until(
            () ->
                jdbc.sql("select count(*) from cases.reader_changes").query(Integer.class).single()
                    == 0);
  }

  private String open(Api owner) {
    return owner
        .with("Idempotency-Key", "open-" + UUID.randomUUID())
        .with("X-Correlation-ID", "open-" + mark)
        .post(
            "/api/v2/cases",
            """
            {"title":"%1$s is down","description":"%1$s","session_id":"%1$s","tags":["%1$s"],
             "metadata":{"%1$s":{"x":["%1$s"]}},"initial_message":"%1$s"}"""
                .formatted(own))
        .is(201)
        .header("Location");
  }

  /** What was said in public stays; who said it does not. */
  private void publications() {
    Api publisher =
        user.with("X-User-Roles", "[\"operator\"]").with("X-Correlation-ID", "status-" + mark);
    String service =
        publisher
            .post("/api/v1/services", "{\"name\":\"Service %s\"}".formatted(mark))
            .is(201)
            .text("/id");
    String incident =
        publisher
            .post(
                "/api/v1/incidents",
                """
                {"title":"Slow","severity":"low","service_ids":["%s"],"case_ids":["%s"]}"""
                    .formatted(service, open(publisher).replaceAll(".*/", "")))
            .is(201)
            .header("Location");
    publisher.post(incident + "/updates", "{\"message\":\"Waiting.\"}").is(201);
    publisher.post(incident + "/resolve", "{}").is(200);
    String maintenance =
        publisher
            .post(
                "/api/v1/maintenances",
                """
                {"title":"Work","service_ids":["%s"],"scheduled_for":"2990-01-01T00:00:00Z",
                 "scheduled_until":"2990-01-02T00:00:00Z"}"""
                    .formatted(service))
            .is(201)
            .header("Location");
    publisher.post(maintenance + "/cancel", "{\"message\":\"Not now.\"}").is(200);
  }

  private void ownCases() {
    Api traced = user.with("X-Correlation-ID", "own-" + mark);
    String path = open(traced);
    traced
        .post(
            "/api/v1/sessions",
            "{\"client_id\":\"%1$s\",\"session_type\":\"%1$s\",\"title\":\"%1$s\"}".formatted(own))
        .is(201);
    traced
        .with("Idempotency-Key", "rename-" + UUID.randomUUID())
        .post("/api/v2/tags/" + own + "/rename", "{\"new_tag\":\"%s-2\"}".formatted(own))
        .is(200);
    traced
        .patch(
            path,
            """
            {"title":"%1$s","description":"%1$s!","session_id":"%1$s2","metadata":{"a":"%1$s"}}"""
                .formatted(own))
        .is(200);
    traced.put(path + "/tags", "{\"tags\":[\"%s-2\"]}".formatted(own)).is(200);
    traced.post(path + "/messages", "{\"content\":\"%s\"}".formatted(own)).is(201);
    traced.put(path + "/participants/somebody", "{\"role\":\"viewer\"}").is(201);
    traced.delete(path + "/participants/somebody").is(204);
    traced
        .post(path + "/status-changes", "{\"status\":\"closed\",\"reason\":\"%s\"}".formatted(own))
        .is(201);
    traced.put(path + "/archive").is(204);
    traced.delete(open(traced)).is(204);
    open(traced.with("X-Organization-ID", "another"));
    traced.post("/api/v1/cases", "{\"title\":\"%s\"}".formatted(own)).is(201);
    for (int i = 0; i < 7; i++) {
      open(traced);
    }
  }

  private String sharedCase() {
    Api traced = user.with("X-Correlation-ID", "shared-" + mark);
    String left = stayer.post("/api/v2/cases", "{}").is(201).header("Location");
    stayer.put(left + "/participants/" + leaver, "{\"role\":\"viewer\"}").is(201);
    traced.delete(left + "/participants/" + leaver).is(204);
    String path = stayer.post("/api/v2/cases", "{\"title\":\"s\"}").is(201).header("Location");
    stayer.put(path + "/participants/" + leaver, "{\"role\":\"collaborator\"}").is(201);
    for (int i = 0; i < 5; i++) {
      traced
          .with("Idempotency-Key", "message-" + UUID.randomUUID())
          .post(
              path + "/messages",
              "{\"content\":\"%1$s\",\"metadata\":{\"by\":\"%1$s\"}}".formatted(contributed))
          .is(201);
    }
    traced.patch(path, "{\"title\":\"%s\"}".formatted(contributed)).is(200);
    traced.post(path + "/tags", "{\"tags\":[\"%s\"]}".formatted(contributed)).is(200);
    for (String status : List.of("investigating", "resolved", "investigating", "closed")) {
      traced
          .with("Idempotency-Key", "move-" + UUID.randomUUID())
          .post(
              path + "/status-changes",
              "{\"status\":\"%s\",\"reason\":\"%s\"}".formatted(status, contributed))
          .is(201);
    }
    return path;
  }

  private void decisionsAsAdministrator() {
    Api asAdmin = user.with("X-User-Roles", "admin");
    String letter = "/api/v2/admin/dead-letters/" + park("select * from events.event_log limit 1");
    asAdmin.post(letter + "/discard", "{\"reason\":\"done\"}").is(200);
    String first = admin.get("/api/v2/events?limit=1").is(200).text("/events/0/timestamp");
    jdbc.sql(
            """
            insert into events.rewind_audit (user_id, from_horizon, from_seq, to_horizon, to_seq,
              correlation_id, at)
            values (?, 0, 0, 0, 0, ?, ?::timestamptz)
            """)
        .params(leaver, "rewound-" + mark, first)
        .update();
  }

  /** Letters of every kind of event, a failure, and events in the archive. */
  private void oldEvents() {
    jdbc.sql(
            """
            insert into events.event_log_archive
            select -horizon, seq, event_id, event_type, schema_version, aggregate_id,
              aggregate_version, occurred_at, correlation_id, traceparent, payload, now(), aggregate_type
            from events.event_log where correlation_id like ?
            """)
        .param("%" + mark)
        .update();
    jdbc.sql(
            """
            insert into events.event_log_archive
            select 0, seq, event_id, event_type, '1.0.0', aggregate_id, aggregate_version,
              occurred_at, correlation_id, traceparent,
              payload - 'tags' - 'session_id' - 'organization_id' - 'severity' - 'category', now(),
              aggregate_type
            from events.event_log where correlation_id like ? and event_type = 'case.created'
            """)
        .param("%" + mark)
        .update();
    park("select * from events.event_log where correlation_id like '%" + mark + "'");
    jdbc.sql(
            """
            insert into events.delivery_failure
            select 'tags.delete-with-case', event_id, 'Failing row contains (%s, %s)', now()
            from events.event_log where correlation_id like ?
            """
                .formatted(own, leaver))
        .param("%" + mark)
        .update();
  }

  private String park(String events) {
    return jdbc.sql(
            """
            insert into events.event_dead_letter (dead_letter_id, consumer, reason, detail, attempts,
              event_id, event_type, schema_version, aggregate_id, correlation_id, occurred_at,
              content, parked_at)
            select gen_random_uuid(), 'broker:' || event_type, 'too_large', 'about ' || payload::text,
              1, event_id, event_type, schema_version, aggregate_id, correlation_id, occurred_at,
              json_build_object('event_id', event_id, 'event_type', event_type, 'schema_version',
                schema_version, 'timestamp', to_char(occurred_at at time zone 'UTC',
                'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'correlation_id', correlation_id, 'aggregate_id',
                aggregate_id, 'aggregate_type', aggregate_type, 'aggregate_version', aggregate_version,
                'payload', payload)::text, now()
            from (%s) as e returning dead_letter_id
            """
                .formatted(events))
        .query(String.class)
        .list()
        .getFirst();
  }

  private void namesNobody(String shared) {
    Answer messages = stayer.get(shared + "/messages").is(200);
    assertThat(messages.texts("/messages", "author_id")).hasSize(5).containsOnly(TOMBSTONE);
    Answer message = stayer.get(shared + "/messages/" + messages.text("/messages/0/message_id"));
    assertThat(message.text("/content")).isEqualTo(contributed);
    assertThat(message.header("ETag")).as("another answer than before").isEqualTo("\"2\"");
    assertThat(
            stayer.get(shared + "/status-changes").is(200).texts("/status_changes", "changed_by"))
        .hasSize(4)
        .containsOnly(TOMBSTONE);
    assertThat(stayer.get(shared + "/participants").is(200).at("/participants").size()).isZero();
    List<String> audit =
        jdbc.sql(
                """
                select action || ' ' || user_id || ' ' || by_user from cases.participant_audit
                where case_id = ? order by entry
                """)
            .param(shared.substring("/api/v2/cases/".length()))
            .query(String.class)
            .list();
    assertThat(audit).hasSize(2);
    assertThat(audit.getFirst()).startsWith("granted " + TOMBSTONE + " user-");
    assertThat(audit.getLast()).isEqualTo("revoked " + TOMBSTONE + " " + TOMBSTONE);
  }

  /** The whole feed, each event held to its schema. */
  private void feedNamesNobody() {
    Answer page = admin.get("/api/v2/events?limit=1000").is(200);
    while (page.at("/events").size() > 0) {
      for (JsonNode event : page.at("/events")) {
        String text = event.toString();
        assertThat(text).doesNotContain(leaver).doesNotContain(own);
        if (event.at("/correlation_id").asString().endsWith(mark)) {
          EventSchemas.check(text);
        }
      }
      page = admin.get("/api/v2/events?limit=1000&after=" + page.text("/next_cursor")).is(200);
    }
  }

  private List<String> placesOf(String table) {
    return jdbc.sql(
            """
            select concat_ws(' ', horizon, seq, event_id, event_type, schema_version, aggregate_id,
              aggregate_version, occurred_at, correlation_id)
            from %s where correlation_id like ? order by horizon, seq
            """
                .formatted(table))
        .param("%" + mark)
        .query(String.class)
        .list();
  }

  private List<String> letters() {
    return jdbc.sql(
            """
            select concat_ws(' ', dead_letter_id, state, consumer, reason, event_id, event_type)
            from events.event_dead_letter where correlation_id like ? order by dead_letter_id
            """)
        .param("%" + mark)
        .query(String.class)
        .list();
  }

  /** Every column of every table of every schema that holds the text, as bytes or as text. */
  private List<String> columnsWith(String text) {
    record Column(String tableSchema, String tableName, String columnName, String dataType) {}
    List<String> found = new ArrayList<>();
    for (Column column :
        jdbc.sql(
                """
                select table_schema, table_name, column_name, data_type
                from information_schema.columns join information_schema.tables
                  using (table_schema, table_name)
                where table_type = 'BASE TABLE'
                  -- and not a part of another
                  and not exists (select from pg_inherits
                    where inhrelid = format('%I.%I', table_schema, table_name)::regclass)
                  and table_schema not in ('pg_catalog', 'information_schema')
                """)
            .query(Column.class)
            .list()) {
      String value =
          column.dataType().equals("bytea")
              ? "encode(%s, 'escape')".formatted(column.columnName())
              : column.columnName() + "::text";
      boolean there =
          jdbc.sql(
                  "select exists (select from %s.%s where position(? in lower(%s)) > 0)"
                      .formatted(column.tableSchema(), column.tableName(), value))
              .param(text)
              .query(Boolean.class)
              .single();
      if (there) {
        found.add(column.tableSchema() + "." + column.tableName() + "." + column.columnName());
      }
    }
    return found;
  }
}
