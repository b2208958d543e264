package com.faultmaven.messages;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.deletion.CaseContents;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All messages, for those who add and delete them. */
@Repository
class Messages implements CaseContents {

  private static final String APPEND =
      """
      insert into messages.messages (%1$s)
      select ?, ?, coalesce(max(turn_number), 0) + 1, ?, ?, ?, ?::jsonb, ?
      from messages.messages where case_id = ?
      on conflict (message_id) do nothing
      returning %1$s
      """
          .formatted(MessageRows.COLUMNS);

  private final JdbcClient jdbc;
  private final RandomGenerator random;

  Messages(JdbcClient jdbc, RandomGenerator random) {
    this.jdbc = jdbc;
    this.random = random;
  }

  /** Adds the next turn of a conversation whose case the transaction has locked. */
  Message append(CaseId caseId, NewMessage said, UserId author, Instant at) {
    Optional<Message> added = append(MessageId.random(random), caseId, said, author, at);
    while (added.isEmpty()) {
      added = append(MessageId.random(random), caseId, said, author, at);
    }
    return added.get();
  }

  /** Adds nothing if the id is taken. */
  private Optional<Message> append(
      MessageId id, CaseId caseId, NewMessage said, UserId author, Instant at) {
    return jdbc.sql(APPEND)
        .params(
            id.value(),
            caseId.value(),
            said.role().word(),
            said.content().value(),
            author.value(),
            said.metadata().json(),
            at.atOffset(ZoneOffset.UTC),
            caseId.value())
        .query(new MessageRows())
        .optional();
  }

  @Override
  public int deleteSome(Collection<CaseId> ids, int most) {
    return jdbc.sql(
            """
            delete from messages.messages where message_id in (
              select message_id from messages.messages where case_id = any(?) limit ?)
            """)
        .params(CaseId.values(ids), most)
        .update();
  }
}
