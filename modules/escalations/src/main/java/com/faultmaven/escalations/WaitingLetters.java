package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits to be sent about a case. */
@Component
public class WaitingLetters {

  private final JdbcClient jdbc;
  private final Mail mail;

  WaitingLetters(JdbcClient jdbc, Mail mail) {
    this.jdbc = jdbc;
    this.mail = mail;
  }

  /** Takes it back. */
  @Transactional
  public void cancel(CaseId id) {
    List<MailKey> waiting =
        jdbc
            .sql(
                """
                select delivery_id from escalations.deliveries
                where case_id = ? and status in ('queued', 'sending')
                """)
            .param(id.value())
            .query(String.class)
            .list()
            .stream()
            .map(MailKey::new)
            .toList();
    if (!waiting.isEmpty()) {
      mail.cancel(waiting);
    }
  }
}
