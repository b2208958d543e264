package com.faultmaven.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which mail goes first. */
class MailPriorityTest extends OnAMailServer {

  private final String key = "k-" + UUID.randomUUID();

  @Autowired private Mail mail;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;

  @Test
  void sendsNoticesWhenNothingElseIsDue() {
    transaction.executeWithoutResult(
        status -> {
          mail.sendAll(Arrays.stream(Purpose.values()).map(this::mail).toList());
          assertThat(priority(Purpose.NOTICE)).isLessThan(priority(Purpose.ACCOUNT));
          assertThat(priority(Purpose.LETTER)).isEqualTo(priority(Purpose.ACCOUNT));
          status.setRollbackOnly();
        });
  }

  private OutgoingMail mail(Purpose purpose) {
    return OutgoingMail.of(key(purpose), purpose, "ada@faultmaven.dev", "Hello", "It is me.");
  }

  private MailKey key(Purpose purpose) {
    return new MailKey(key + "-" + purpose.word());
  }

  private int priority(Purpose purpose) {
    return database
        .sql("select priority from jobs.tasks where task_name = ? and task_instance = ?")
        .params(Mail.SENDING.name(), key(purpose).value())
        .query(Integer.class)
        .single();
  }
}
