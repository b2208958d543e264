package com.faultmaven.messages;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.ConversationTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives searches what was said. */
@Component
class MessageTexts implements ConversationTexts {

  private final JdbcClient jdbc;

  MessageTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Said> at(Collection<Turn> turns) {
    return jdbc.sql(
            """
            select m.case_id, m.turn_number, m.content, m.created_at
            from unnest(?::text[], ?::integer[]) as turn (case_id, number)
            join messages.messages m
              on m.case_id = turn.case_id and m.turn_number = turn.number
            """)
        .params(
            turns.stream().map(turn -> turn.caseId().value()).toArray(String[]::new),
            turns.stream().map(Turn::number).toArray(Integer[]::new))
        .query(MessageTexts::said)
        .list();
  }

  @Override
  public List<Said> after(Turn last, int most) {
    return jdbc.sql(
            """
            select case_id, turn_number, content, created_at from messages.messages
            where (case_id, turn_number) > (?, ?) order by case_id, turn_number limit ?
            """)
        .params(last.caseId().value(), last.number(), most)
        .query(MessageTexts::said)
        .list();
  }

  private static Said said(ResultSet row, int number) throws SQLException {
    return new Said(
        new Turn(new CaseId(row.getString("case_id")), row.getInt("turn_number")),
        row.getString("content"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
