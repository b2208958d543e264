package com.faultmaven.messages;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.RowMapper;

/** Reads messages: one row, one message. */
class MessageRows implements RowMapper<Message> {

  static final String COLUMNS =
      "message_id, case_id, turn_number, role, content, author_id, metadata, created_at";

  @Override
  public Message mapRow(ResultSet row, int number) throws SQLException {
    return new Message(
        new MessageId(row.getString("message_id")),
        new CaseId(row.getString("case_id")),
        row.getInt("turn_number"),
        MessageRole.of(row.getString("role")),
        new Content(row.getString("content")),
        new UserId(row.getString("author_id")),
        Metadata.stored(row.getString("metadata")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
