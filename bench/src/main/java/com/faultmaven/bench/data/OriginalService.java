package com.faultmaven.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** Makes the database of an original service: SQLite, in the second generation of its schema. */
public final class OriginalService {

  private static final List<String> TABLES =
      List.of(
          """
          create table cases (
            case_id varchar(17) primary key, user_id varchar(255) not null,
            organization_id varchar(255) not null, title varchar(200) not null,
            status text not null default 'consulting', created_at timestamp not null,
            updated_at timestamp not null, last_activity_at timestamp, resolved_at timestamp,
            closed_at timestamp, consulting text not null, metadata text not null default '{}')
          """,
          """
          create table case_messages (
            message_id varchar(20) primary key, case_id varchar(17) not null, role text not null,
            content text not null, "timestamp" timestamp not null default current_timestamp,
            metadata text not null default '{}')
          """,
          "create index idx_case_messages_case_id on case_messages (case_id)",
          """
          create table case_tags (
            tag_id integer primary key autoincrement, case_id varchar(17) not null,
            tag varchar(50) not null, created_at timestamp not null default current_timestamp,
            unique (case_id, tag))
          """,
          """
          create table case_status_transitions (
            transition_id integer primary key autoincrement, case_id varchar(17) not null,
            from_status text, to_status text not null, reason text,
            transitioned_at timestamp not null, metadata text not null default '{}')
          """,
          "create index idx_case_status_transitions_case_id on case_status_transitions (case_id)");

  /** An odd factor gives each number an id of its own, in no order of time. */
  private static final String CASES =
      """
      insert into cases (case_id, user_id, organization_id, title, status, created_at, updated_at,
        consulting, metadata)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < %d)
      select printf('case_%%012x', i * 2654435761 %% 281474976710656), 'user-' || (i %% 20000),
        'default', 'Number ' || i || ' is slow in region ' || (i %% 17),
        case i %% 4 when 0 then 'resolved' when 1 then 'investigating' else 'consulting' end,
        datetime(1735689600 + i * 20, 'unixepoch') || '.123456',
        datetime(1735689600 + i * 21, 'unixepoch') || '.654321',
        '{"initial_description": "' || hex(randomblob(60)) || ' since noon, only in Frankfurt."}',
        '{"priority": "high", "attempt": ' || (i %% 7) || '}'
      from n
      """;

  private static final String MESSAGES =
      """
      insert into case_messages (message_id, case_id, role, content, "timestamp")
      with recursive t(turn) as (select 1 union all select turn + 1 from t where turn < %d)
      select printf('msg_%%016x', cases.rowid * 1000 + turn), case_id,
        case turn %% 2 when 1 then 'user' else 'assistant' end,
        'Turn ' || turn || ' says that ' || hex(randomblob(100)) || ' has expired at noon.',
        created_at
      from cases, t
      """;

  private static final String TAGS =
      """
      insert into case_tags (case_id, tag)
      select case_id, 'tag-' || (rowid % 50) from cases where rowid % 2 = 0
      """;

  /** Of all that moved: as they were opened, and where they went. */
  private static final String MOVES =
      """
      insert into case_status_transitions (case_id, from_status, to_status, reason, transitioned_at)
      select case_id, null, 'consulting', null, created_at from cases where status <> 'consulting'
      union all
      select case_id, 'consulting', status, 'It was seen in two regions.', updated_at
      from cases where status <> 'consulting'
      """;

  private OriginalService() {}

  /**
   * Makes it in a new file, in the place of one that is there.
   *
   * @param messages of each case
   */
  public static void make(Path file, int cases, int messages) throws IOException, SQLException {
    Files.deleteIfExists(file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("pragma synchronous = off");
      statement.execute("pragma journal_mode = off");
      for (String table : TABLES) {
        statement.execute(table);
      }
      statement.execute(String.format(Locale.ROOT, CASES, cases));
      statement.execute(String.format(Locale.ROOT, MESSAGES, messages));
      statement.execute(TAGS);
      statement.execute(MOVES);
    }
  }
}
