package com.faultmaven.reliability;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A case of very many messages, and what is left of it. */
final class LongConversation {

  private final JdbcClient jdbc;
  private final String caseId;

  LongConversation(JdbcClient jdbc, String caseId) {
    this.jdbc = jdbc;
    this.caseId = caseId;
  }

  LongConversation of(int messages) {
    jdbc.sql(
            """
            insert into messages.messages
            select 'msg_' || lpad(to_hex(n), 16, '0'), ?, n, 'user', repeat('it is slow ', 20), 'ada',
              '{}', now()
            from generate_series(1, ?) n
            """)
        .params(caseId, messages)
        .update();
    jdbc.sql(
            """
            insert into cases.search_documents (owner_id, case_id, turn, written_at, document)
            select 'ada', ?, n, now(), to_tsvector('simple', 'it is slow ' || n) from generate_series(1, ?) n
            """)
        .params(caseId, messages)
        .update();
    return this;
  }

  /** The rows of both, and of the deletion itself. */
  int left() {
    return jdbc.sql(
            """
            select (select count(*) from messages.messages where case_id = :id)
              + (select count(*) from cases.search_documents where case_id = :id)
              + (select count(*) from cases.case_deletions where case_id = :id)
            """)
        .param("id", caseId)
        .query(Integer.class)
        .single();
  }
}
