package com.faultmaven.movingin;

import com.faultmaven.movingin.Original.Form;
import java.nio.file.Path;
import java.sql.SQLException;

/** Makes a large database of the original's second generation, to measure with. */
final class LargeOriginal {

  private LargeOriginal() {}

  /**
   * Prints its address.
   *
   * @param arguments a directory, how many cases, how many messages each has
   */
  public static void main(String[] arguments) throws SQLException {
    try (Original original = new Original(Form.SQLITE_2, Path.of(arguments[0]))) {
      long cases = Long.parseLong(arguments[1]);
      original.execute("pragma synchronous = off");
      original.execute("pragma journal_mode = off");
      // an odd factor gives each number an id of its own, in no order of time
      original.execute(
          """
          insert into cases (case_id, user_id, organization_id, title, status, created_at, updated_at,
            consulting, metadata)
          with recursive n(i) as (select 1 union all select i + 1 from n where i < %s)
          select printf('case_%%012x', i * 2654435761 %% 281474976710656), 'user-' || (i %% 20000), 'default',
            'Number ' || i || ' is slow in region ' || (i %% 17),
            case i %% 4 when 0 then 'resolved' when 1 then 'investigating' else 'consulting' end,
            datetime(1735689600 + i * 20, 'unixepoch') || '.123456',
            datetime(1735689600 + i * 21, 'unixepoch') || '.654321',
            '{"initial_description": "' || hex(randomblob(60)) || ' since noon, only in Frankfurt."}',
            '{"priority": "high", "attempt": ' || (i %% 7) || '}'
          from n
          """
              .formatted(Long.toString(cases)));
      original.execute(
          """
          insert into case_messages (message_id, case_id, role, content, "timestamp")
          with recursive t(turn) as (select 1 union all select turn + 1 from t where turn < %s)
          select printf('msg_%%016x', cases.rowid * 1000 + turn), case_id,
            case turn %% 2 when 1 then 'user' else 'assistant' end,
            'Turn ' || turn || ' says that ' || hex(randomblob(100)) || ' has expired at noon.', created_at
          from cases, t
          """
              .formatted(arguments[2]));
      original.execute(
          "insert into case_tags (case_id, tag) select case_id, 'tag-' || (rowid %% 50) from cases where rowid %% 2 = 0"
              .replace("%%", "%"));
      System.out.println(original.address);
    }
  }
}
