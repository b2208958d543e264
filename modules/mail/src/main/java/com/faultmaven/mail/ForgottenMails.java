package com.faultmaven.mail;

import com.faultmaven.kernel.UserId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes mails with what was told of them, but for those that are being handed over. */
@Repository
class ForgottenMails {

  private final JdbcClient jdbc;

  ForgottenMails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns those that are gone at once. */
  List<MailKey> forget(Collection<MailKey> keys) {
    jdbc.sql(
            """
            update mail.messages set forgotten = true
            where key = any(:keys) and state = 'sending'
            """)
        .param("keys", Mails.values(keys))
        .update();
    return Mails.keys(
        jdbc.sql(delete("key = any(:keys) and state <> 'sending'"))
            .param("keys", Mails.values(keys)));
  }

  List<MailKey> deleteSomeAbout(UserId user, int most) {
    return Mails.keys(
        jdbc.sql(
                delete(
                    """
                    key = any(array(select key from mail.messages
                      where about_user = :user and state <> 'sending' limit :most
                      for update skip locked))
                    """))
            .param("user", user.value())
            .param("most", most));
  }

  boolean isAnyAbout(UserId user) {
    return jdbc.sql("select exists (select from mail.messages where about_user = ?)")
        .param(user.value())
        .query(Boolean.class)
        .single();
  }

  /** Letters, or others. */
  List<MailKey> deleteSomeSettled(boolean letters, Instant upTo, int most) {
    return Mails.keys(
        jdbc.sql(
                delete(
                    """
                    key = any(array(select key from mail.messages
                      where settled_at <= :upTo and state <> 'unconfirmed' and purpose %s 'letter'
                      order by settled_at limit :most for update skip locked))
                    """
                        .formatted(letters ? "=" : "<>")))
            .param("upTo", upTo.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("most", most));
  }

  /** With what was told of them. */
  private static String delete(String which) {
    return """
        with gone as (
          delete from mail.messages where %s returning key, message_id),
        told as (
          delete from mail.mail_events where message_id in (select message_id from gone))
        select key from gone
        """
        .formatted(which);
  }
}
