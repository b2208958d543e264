package com.faultmaven.reliability;

import com.faultmaven.cases.search.SearchDocument;
import com.faultmaven.cases.search.SearchDocument.Field;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many cases with two messages each, a tenth of them ada's. Words are drawn from twenty thousand,
 * some far more often than others, and between them stands what engineers paste.
 */
final class ManyTexts {

  private static final int SIDES = 2;
  private static final String[] STATUSES = {"consulting", "investigating", "resolved", "closed"};

  private final DataSource database;
  private final JdbcClient jdbc;

  ManyTexts(DataSource database) {
    this.database = database;
    jdbc = JdbcClient.create(database);
  }

  /**
   * Adds cases with what searches look through, which is made here and loaded, and further cases
   * without it, for the application to index.
   */
  void add(int indexed, int further) throws ExecutionException, InterruptedException, SQLException {
    String index =
        jdbc.sql("select pg_get_indexdef('cases.search_documents_by_word'::regclass)")
            .query(String.class)
            .single();
    jdbc.sql("drop index cases.search_documents_by_word").update();
    copy(1, 1 + indexed, true);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set maintenance_work_mem = '1GB'");
      statement.execute(index.replace(" ON ONLY ", " ON "));
    }
    copy(1 + indexed, 1 + indexed + further, false);
    vacuum();
    jdbc.sql(
            """
            update cases.search_progress set pass = 1, not_before = now(), indexed = 0, last_case = ?,
              last_turn = 2, total = ? * case source when 'cases' then 1 else 2 end
            """)
        .params(id(indexed), further)
        .update();
  }

  private void copy(int first, int end, boolean indexed)
      throws ExecutionException, InterruptedException {
    try (ExecutorService sides = Executors.newFixedThreadPool(SIDES)) {
      List<Future<?>> work =
          IntStream.range(0, SIDES)
              .<Future<?>>mapToObj(
                  side ->
                      sides.submit(
                          () -> {
                            copyEveryOther(first + side, end, indexed);
                            return null;
                          }))
              .toList();
      for (Future<?> side : work) {
        side.get();
      }
    }
  }

  /** Each side adds every other case, so that they lie in the order of time. */
  private void copyEveryOther(int first, int end, boolean indexed) throws SQLException {
    try (Connection one = database.getConnection();
        Connection two = database.getConnection();
        Connection three = database.getConnection()) {
      CopyIn cases =
          copyInto(
              one,
              "cases.cases (case_id, version, owner_id, organization_id, title, description,"
                  + " status, severity, category, metadata, tags, tag_keys, status_changes, facts,"
                  + " created_at, updated_at, message_count)");
      CopyIn messages = copyInto(two, "messages.messages");
      CopyIn documents =
          copyInto(three, "cases.search_documents (owner_id, case_id, turn, written_at, document)");
      for (int n = first; n < end; n += SIDES) {
        Random random = new Random(n);
        String id = id(n);
        String owner = owner(n);
        Instant at = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(20L * n);
        String title = text(random, n, 6);
        String description = text(random, n, 40);
        String tag = "tag" + n % 300;
        write(
            cases,
            id,
            "1",
            owner,
            "default",
            title,
            description,
            STATUSES[n % 4],
            "low",
            "other",
            "{}",
            "{" + tag + "}",
            "{" + tag + "}",
            "0",
            "1",
            at.toString(),
            at.toString(),
            "2");
        if (indexed) {
          SearchDocument document =
              SearchDocument.ownedBy(owner)
                  .add(Field.TITLE, title)
                  .add(Field.TEXT, description)
                  .add(Field.TAGS, tag);
          write(documents, owner, id, "0", at.toString(), document.text());
        }
        for (int turn = 1; turn <= 2; turn++) {
          String content = text(random, n, 60);
          write(
              messages,
              String.format(Locale.ROOT, "msg_%016x", 2L * n + turn),
              id,
              Integer.toString(turn),
              "user",
              content,
              owner,
              "{}",
              at.toString());
          if (indexed) {
            SearchDocument document = SearchDocument.ownedBy(owner).add(Field.TEXT, content);
            write(documents, owner, id, Integer.toString(turn), at.toString(), document.text());
          }
        }
      }
      cases.endCopy();
      messages.endCopy();
      documents.endCopy();
    }
  }

  private static CopyIn copyInto(Connection connection, String table) throws SQLException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table + " from stdin");
  }

  private static void write(CopyIn copy, String... values) throws SQLException {
    String row = String.join("\t", values).replace("\\", "\\\\") + "\n";
    byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
  }

  private static String id(int n) {
    return String.format(Locale.ROOT, "case_%012x", n);
  }

  private static String owner(int n) {
    return n % 10 == 0 ? "ada" : "user-" + n % 1000;
  }

  private static String text(Random random, int n, int words) {
    StringBuilder text = new StringBuilder();
    for (int k = 1; k <= words; k++) {
      switch (k % 12) {
        case 0 -> text.append(frame(random));
        case 6 ->
            text.append("10.")
                .append(n % 250)
                .append('.')
                .append(random.nextInt(250))
                .append(".7:5432");
        default -> text.append(word(random));
      }
      text.append(k < words ? " " : "");
    }
    return text.toString();
  }

  private static String frame(Random random) {
    return "at com.shop%s.Service%sHandler.call(Handler.java:%s)"
        .formatted(random.nextInt(40), random.nextInt(900), random.nextInt(999));
  }

  /** Zipf-like. */
  static String word(Random random) {
    return "w" + (int) (20_000 * Math.pow(random.nextDouble(), 3));
  }

  boolean areIndexed() {
    return jdbc.sql("select bool_and(pass > 1) from cases.search_progress")
        .query(Boolean.class)
        .single();
  }

  /** As autovacuum does in time, which looks at the parts of a table only. */
  void vacuum() {
    jdbc.sql(
            """
            select relid::regclass::text from (
              select relid, isleaf from pg_partition_tree('cases.search_documents')
              union all
              values ('cases.cases'::regclass, true), ('messages.messages', true)) tables
            where isleaf
            """)
        .query(String.class)
        .list()
        .forEach(table -> jdbc.sql("vacuum analyze " + table).update());
  }

  /** Megabytes of text, of the documents, and of the index of their words. */
  List<Long> megabytes() {
    return jdbc.sql(
            """
            select unnest(array[
              (select sum(octet_length(title) + octet_length(description)) from cases.cases)
                + (select sum(octet_length(content)) from messages.messages),
              (select sum(pg_table_size(relid)) from pg_partition_tree('cases.search_documents')),
              (select sum(pg_relation_size(relid))
               from pg_partition_tree('cases.search_documents_by_word'))]) / 1000000
            """)
        .query(Long.class)
        .list();
  }
}
