package com.faultmaven.reliability;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many cases with two messages each, a tenth of them ada's. Words are drawn from twenty thousand,
 * some far more often than others, and between them stands what engineers paste.
 */
final class ManyTexts {

  private static final String WORDS =
      """
      (select string_agg(
         case k %% 12
           when 0 then 'at com.shop' || (random() * 40)::int || '.Service' || (random() * 900)::int
             || 'Handler.call(Handler.java:' || (random() * 999)::int || ')'
           when 6 then '10.' || n %% 250 || '.' || (random() * 250)::int || '.7:5432'
           else 'w' || (20000 * power(random(), 3))::int end, ' ')
       from generate_series(1, %s) k where n is not null)
      """;

  private final JdbcClient jdbc;

  ManyTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(int cases) {
    jdbc.sql("select setseed(0.42)").query(String.class).single();
    jdbc.sql(
            """
            insert into cases.cases (case_id, version, owner_id, organization_id, title, description,
              status, severity, category, metadata, tags, tag_keys, status_changes, facts,
              created_at, updated_at, message_count)
            select 'case_' || lpad(to_hex(n), 12, '0'), 1,
              case n %% 10 when 0 then 'ada' else 'user-' || n %% 1000 end, 'default', %s, %s,
              (array['consulting','investigating','resolved','closed'])[1 + n %% 4], 'low', 'other',
              '{}', array['tag' || n %% 300], array['tag' || n %% 300], 0, 1,
              timestamptz '2025-01-01' + n * interval '20 seconds', now(), 2
            from generate_series(1, ?) n
            """
                .formatted(WORDS.formatted(6), WORDS.formatted(40)))
        .param(cases)
        .update();
    jdbc.sql(
            """
            insert into messages.messages
            select 'msg_' || lpad(to_hex(2 * n + turn), 16, '0'), 'case_' || lpad(to_hex(n), 12, '0'),
              turn, 'user', %s, 'ada', '{}', timestamptz '2025-01-01' + n * interval '20 seconds'
            from generate_series(1, ?) n, generate_series(1, 2) turn
            """
                .formatted(WORDS.formatted(60)))
        .param(cases)
        .update();
    jdbc.sql("update cases.search_progress set pass = 1, not_before = now(), indexed = 0").update();
    jdbc.sql("analyze cases.cases").update();
  }

  boolean areIndexed() {
    return jdbc.sql("select bool_and(pass > 1) from cases.search_progress")
        .query(Boolean.class)
        .single();
  }

  void vacuum() {
    for (String table : List.of("cases.cases", "cases.search_documents", "messages.messages")) {
      jdbc.sql("vacuum analyze " + table).update();
    }
  }

  /** Megabytes of text, of the documents, and of the index of their words. */
  List<Long> megabytes() {
    return jdbc.sql(
            """
            select unnest(array[
              (select sum(octet_length(title) + octet_length(description)) from cases.cases)
                + (select sum(octet_length(content)) from messages.messages),
              pg_table_size('cases.search_documents'),
              pg_relation_size('cases.search_documents_by_word')]) / 1000000
            """)
        .query(Long.class)
        .list();
  }
}
