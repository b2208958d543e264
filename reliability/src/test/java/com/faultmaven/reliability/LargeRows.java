package com.faultmaven.reliability;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A conversation and cases of ada as large as they can be. */
final class LargeRows {

  static final int ROWS = 100;

  private final JdbcClient jdbc;

  LargeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void addTo(String caseId) {
    jdbc.sql(
            """
            insert into messages.messages
            select 'msg_' || left(md5(turn::text), 16), ?, turn, 'user', repeat('😀', 50000), 'ada',
              '{}', now()
            from generate_series(1, ?) turn
            """)
        .params(caseId, ROWS)
        .update();
    jdbc.sql(
            """
            insert into cases.cases (case_id, version, owner_id, organization_id, title, description,
              status, severity, category, metadata, tags, tag_keys, status_changes, facts,
              created_at, updated_at)
            select 'case_' || right(md5(n::text), 12), 1, 'ada', 'default', 'Case ' || n,
              repeat('😀', 10000), 'consulting', 'low', 'other',
              ('{"a": [' || repeat('{},', 5450) || '{}]}')::jsonb, '{}', '{}', 0, 1, now(), now()
            from generate_series(2, ?) n
            """)
        .param(ROWS)
        .update();
  }
}
