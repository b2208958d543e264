package com.faultmaven.messaging.erasure;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Redacts dead letters: they can be replayed as before, and hold neither name nor words. There are
 * few of them, so the table is read as a whole.
 */
@Component
@Order(PersonalData.EVENTS + 2)
class ParkedEvents implements PersonalData {

  private static final String NOTHING = "{}";

  private final JdbcClient jdbc;
  private final Redactions redactions;

  ParkedEvents(JdbcClient jdbc, Redactions redactions) {
    this.jdbc = jdbc;
    this.redactions = redactions;
  }

  private record Letter(UUID deadLetterId, String content) {}

  @Override
  public Erasure eraseSome(UserId user, int most) {
    List<Letter> letters =
        jdbc.sql(
                """
                select dead_letter_id, content from events.event_dead_letter where content ~ ?
                order by dead_letter_id limit ? for update
                """)
            .params(NameInText.asValue(user), most)
            .query(Letter.class)
            .list();
    Redaction redaction = redactions.of(user);
    letters.forEach(letter -> redact(letter, redaction));
    return letters.isEmpty() ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }

  private void redact(Letter letter, Redaction redaction) {
    jdbc.sql(
            """
            update events.event_dead_letter set content = ?, detail = ?, version = version + 1
            where dead_letter_id = ?
            """)
        .params(redacted(letter.content(), redaction), Redaction.REMOVED, letter.deadLetterId())
        .update();
  }

  private static String redacted(String content, Redaction redaction) {
    try {
      return redaction.ofEvent(content);
    } catch (JacksonException unreadable) {
      return NOTHING;
    }
  }
}
