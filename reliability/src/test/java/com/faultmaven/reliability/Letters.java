package com.faultmaven.reliability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails of letters, as the database has them. */
final class Letters {

  private final JdbcClient jdbc;

  Letters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> keys() {
    return jdbc.sql("select key from mail.messages").query(String.class).list();
  }

  /** How many mails there are of each state. */
  Map<String, Integer> states() {
    Map<String, Integer> states = new TreeMap<>();
    jdbc.sql("select state, count(*) from mail.messages group by state")
        .query(
            row -> {
              states.put(row.getString(1), row.getInt(2));
            });
    return states;
  }

  int waiting() {
    return count("mail.messages where state in ('queued', 'sending')");
  }

  /** Mails of which the escalations know something else. */
  int copiedWrongly() {
    return count(
        "mail.messages m join escalations.deliveries d on d.delivery_id = m.key"
            + " where d.status <> m.state");
  }

  int sending() {
    return count("mail.messages where state = 'sending'");
  }

  private int count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }
}
