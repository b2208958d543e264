package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.deletion.CaseContents;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nothing is sent about a case that is gone, and nothing of what was is kept. */
@Component
class LettersOfDeletedCases implements CaseContents {

  private static final List<String> DELETE =
      List.of(
          delete("escalations", "escalation_id"),
          delete("targets", "target_id"),
          delete("signals", "signal_id"),
          delete("audit", "number"));

  private final JdbcClient jdbc;
  private final Mail mail;

  LettersOfDeletedCases(JdbcClient jdbc, Mail mail) {
    this.jdbc = jdbc;
    this.mail = mail;
  }

  @Override
  public int deleteSome(Collection<CaseId> ids, int most) {
    List<MailKey> mails = deleteSomeMails(ids, most);
    if (!mails.isEmpty()) {
      mail.cancel(mails);
      mail.forget(mails);
      return mails.size();
    }
    for (String delete : DELETE) {
      int deleted = jdbc.sql(delete).params(CaseId.values(ids), most).update();
      if (deleted > 0) {
        return deleted;
      }
    }
    return 0;
  }

  private List<MailKey> deleteSomeMails(Collection<CaseId> ids, int most) {
    return jdbc
        .sql(
            """
            delete from escalations.deliveries where delivery_id = any(array(
              select delivery_id from escalations.deliveries where case_id = any(?) limit ?))
            returning delivery_id
            """)
        .params(CaseId.values(ids), most)
        .query(String.class)
        .list()
        .stream()
        .map(MailKey::new)
        .toList();
  }

  private static String delete(String table, String key) {
    return """
        delete from escalations.%1$s where %2$s = any(array(
          select %2$s from escalations.%1$s where case_id = any(?) limit ?))
        """
        .formatted(table, key);
  }
}
