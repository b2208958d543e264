package com.faultmaven.cases.sharing;

import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down every grant and revocation, in the transaction that makes it. */
@Component
class ParticipantAudit {

  private final JdbcClient jdbc;

  ParticipantAudit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void granted(ParticipantView granted) {
    write("granted", granted, granted.grantedBy(), granted.grantedAt());
  }

  void revoked(ParticipantView revoked, UserId by, Instant at) {
    write("revoked", revoked, by, at);
  }

  private void write(String action, ParticipantView participant, UserId by, Instant at) {
    jdbc.sql(
            """
            insert into cases.participant_audit (case_id, user_id, role, action, by_user, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            participant.caseId().value(),
            participant.user().value(),
            participant.role().word(),
            action,
            by.value(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
