package com.faultmaven.messaging.log;

import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who set the publisher back. */
@Component
class RewindAudit {

  private final JdbcClient jdbc;
  private final Clock clock;

  RewindAudit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void record(UserId by, LogPosition from, LogPosition to) {
    jdbc.sql(
            """
            insert into events.rewind_audit
              (user_id, from_horizon, from_seq, to_horizon, to_seq, correlation_id, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            by.value(),
            from.horizon(),
            from.seq(),
            to.horizon(),
            to.seq(),
            CorrelationId.current().value(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
