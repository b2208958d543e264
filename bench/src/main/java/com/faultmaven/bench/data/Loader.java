package com.faultmaven.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Loads a data set into the tables of the service, which are empty. */
public final class Loader {

  private static final int SIDES = 2;
  private static final int PARTICIPANT_ONCE_IN = 10;

  private final DataSource database;
  private final DataSet data;

  public Loader(DataSource database, DataSet data) {
    this.database = database;
    this.data = data;
  }

  public void load() throws SQLException, ExecutionException, InterruptedException {
    String index = queryText("select pg_get_indexdef('cases.search_documents_by_word'::regclass)");
    // rows are added several times as fast without them
    execute(
        "drop index cases.search_documents_by_word",
        "alter table cases.search_documents disable trigger copy_shared_text");
    try (ExecutorService sides = Executors.newFixedThreadPool(SIDES)) {
      List<Future<?>> work = new ArrayList<>();
      for (int side = 0; side < SIDES; side++) {
        int first = 1 + side;
        work.add(
            sides.submit(
                () -> {
                  copyFrom(first);
                  return null;
                }));
      }
      for (Future<?> side : work) {
        side.get();
      }
    }
    copySharedTexts();
    execute("set maintenance_work_mem = '512MB'", index.replace(" ON ONLY ", " ON "));
    settle();
    execute("vacuum analyze");
    execute("checkpoint");
  }

  /** All texts are indexed, so that the service does not begin to index them once more. */
  public void settle() throws SQLException {
    execute("update cases.search_progress set pass = 3, not_before = now()");
  }

  /** As the service would in the background. */
  private void copySharedTexts() throws SQLException {
    String index = queryText("select pg_get_indexdef('cases.shared_documents_by_word'::regclass)");
    execute(
        "alter table cases.search_documents enable trigger copy_shared_text",
        "drop index cases.shared_documents_by_word",
        """
        insert into cases.shared_documents (case_id, turn, written_at, document)
        select d.case_id, d.turn, d.written_at, d.document || readers.lexemes
        from (
          select c.owner_id, case_id, array_to_tsvector(array_agg(chr(2) || p.user_id)) as lexemes
          from cases.participants p join cases.cases c using (case_id) group by c.owner_id, case_id) readers
        join cases.search_documents d using (owner_id, case_id)
        """,
        "set maintenance_work_mem = '512MB'",
        index,
        "truncate cases.reader_changes");
  }

  /** Each side adds every other case, so that they lie in the order of time. */
  private void copyFrom(int first) throws SQLException {
    List<Object[]> shared = new ArrayList<>();
    try (Table cases =
            new Table(
                database,
                "cases.cases (case_id, version, owner_id, organization_id, title, description,"
                    + " status, severity, category, metadata, tags, tag_keys, status_changes,"
                    + " facts, created_at, updated_at, resolved_at, archived_at, message_count,"
                    + " last_message_at)");
        Table tags =
            new Table(
                database,
                "tags.case_tags (case_id, key, name, owner_id, position, organization_id)");
        Table messages =
            new Table(
                database,
                "messages.messages (message_id, case_id, turn_number, role, content, author_id,"
                    + " metadata, created_at)");
        Table documents =
            new Table(
                database,
                "cases.search_documents (owner_id, case_id, turn, written_at, document)")) {
      for (int number = first; number <= data.cases(); number += SIDES) {
        CaseRow row = CaseRow.of(data, number);
        addCase(cases, row);
        for (int position = 0; position < row.tags().size(); position++) {
          String tag = row.tags().get(position);
          tags.add(row.id(), tag, tag, row.owner(), position, "default");
        }
        String other = data.owner(number + 1);
        if (number % PARTICIPANT_ONCE_IN == 0 && !other.equals(row.owner())) {
          shared.add(new Object[] {row.id(), other, "collaborator", row.owner(), row.at()});
        }
        documents.add(row.owner(), row.id(), 0, row.at(), row.document());
        addMessages(messages, documents, row, number);
      }
      for (Table table : List.of(cases, tags, messages, documents)) {
        table.end();
      }
    }
    share(shared);
  }

  /** Each participant is counted by the case, which has to be there. */
  private void share(List<Object[]> rows) throws SQLException {
    try (Table participants =
        new Table(
            database, "cases.participants (case_id, user_id, role, granted_by, granted_at)")) {
      for (Object[] row : rows) {
        participants.add(row);
      }
      participants.end();
    }
  }

  private static void addCase(Table cases, CaseRow row) throws SQLException {
    String tags = "{" + String.join(",", row.tags()) + "}";
    int messages = row.messages().size();
    cases.add(
        row.id(),
        1,
        row.owner(),
        "default",
        row.title(),
        row.description(),
        row.status(),
        row.severity(),
        row.category(),
        "{}",
        tags,
        tags,
        0,
        1 + messages,
        row.at(),
        row.updatedAt(),
        row.status().equals("resolved") ? row.updatedAt() : null,
        row.archivedAt(),
        messages,
        row.updatedAt());
  }

  private static void addMessages(Table messages, Table documents, CaseRow row, int number)
      throws SQLException {
    for (int turn = 1; turn <= row.messages().size(); turn++) {
      String content = row.messages().get(turn - 1);
      messages.add(
          String.format(Locale.ROOT, "msg_%016x", 1000L * number + turn),
          row.id(),
          turn,
          turn % 2 == 1 ? "user" : "assistant",
          content,
          row.owner(),
          "{}",
          row.messageAt(turn));
      documents.add(row.owner(), row.id(), turn, row.messageAt(turn), row.document(content));
    }
  }

  private String queryText(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void execute(String... commands) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
