package com.faultmaven.sessions;

import com.faultmaven.testing.TestDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table as it is, and as time makes it. */
final class StoredSessions {

  static final DataSource SOURCE = TestDatabase.dataSource();

  static final JdbcClient DATABASE = JdbcClient.create(SOURCE);

  private StoredSessions() {}

  /** As if nothing had happened for a day. */
  static void letEnd(String session) {
    change(
        session,
        "last_activity_at = now() - interval '1 day', expires_at = now() - interval '21 hours',"
            + " sweep_at = now() - interval '21 hours'");
  }

  static void change(String session, String assignments) {
    DATABASE
        .sql("update sessions.sessions set " + assignments + " where session_id = ?")
        .param(session)
        .update();
  }

  static boolean isThere(String session) {
    return DATABASE
            .sql("select count(*) from sessions.sessions where session_id = ?")
            .param(session)
            .query(Integer.class)
            .single()
        == 1;
  }
}
