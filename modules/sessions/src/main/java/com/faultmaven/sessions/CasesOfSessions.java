package com.faultmaven.sessions;

import com.faultmaven.kernel.UserId;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the cases opened in sessions; opening one is activity. */
@Component
public class CasesOfSessions {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final String age;

  CasesOfSessions(JdbcClient jdbc, Clock clock, SessionProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.age = properties.maxAge().toSeconds() + " seconds";
  }

  /** A user opened a case in what it called a session. */
  public void opened(String session, UserId user) {
    jdbc.sql(
            """
            update sessions.sessions s set case_count = s.case_count + 1, last_activity_at = :now,
              expires_at = case when s.status = 'archived' then s.expires_at
                else least(:now + make_interval(mins => s.timeout_minutes),
                  s.created_at + :age::interval) end
            where s.session_id = :id and s.user_id = :user and s.expires_at > :now
            """)
        .param("id", session)
        .param("user", user.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("age", age)
        .update();
  }
}
