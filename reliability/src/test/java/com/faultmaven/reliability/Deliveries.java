package com.faultmaven.reliability;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The deliveries to the probe, and their effects. */
final class Deliveries {

  private static final String LISTENER = "reliability.probe";

  private final JdbcClient jdbc;

  Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the probe takes anything. */
  void turn(boolean on) {
    jdbc.sql("update reliability.switch set is_on = ?").param(on).update();
  }

  /** Deliveries to a listener that have failed so far. */
  int failedOf(String listener) {
    return jdbc.sql(
            """
            select count(*) from events.event_publication
            where status = 'FAILED' and listener_id = ?
            """)
        .param(listener)
        .query(Integer.class)
        .single();
  }

  /** When any delivery to a listener was last put off or tried; empty for never. */
  String lastLookAt(String listener) {
    return jdbc.sql(
            """
            select coalesce(max(last_resubmission_date)::text, '') from events.event_publication
            where listener_id = ?
            """)
        .param(listener)
        .query(String.class)
        .single();
  }

  /** All dead letters. */
  int parked() {
    return count("select count(*) from events.event_dead_letter");
  }

  /** Cases that the newer version has noticed. */
  int noticed() {
    return count("select count(distinct case_id) from reliability.noticed");
  }

  /** Deliveries of any kind that are not done. */
  int outstanding() {
    return count("select count(*) from events.event_publication");
  }

  /** Cases that were opened, and are facts, whether or not the response was received. */
  int committed() {
    return count("select count(*) from cases.cases");
  }

  int undelivered() {
    return count(
        "select count(*) from events.event_publication where listener_id = '" + LISTENER + "'");
  }

  int failed() {
    return count(
        "select count(*) from events.event_publication where status = 'FAILED' and listener_id = '"
            + LISTENER
            + "'");
  }

  boolean hasEffect(String caseId) {
    return jdbc.sql("select exists (select from reliability.effects where case_id = ?)")
        .param(caseId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Makes so many of the one delivery there is, each of a case of its own, as a process leaves them
   * that published them an hour ago and died.
   */
  void multiplyUndelivered(int number) {
    jdbc.sql(
            """
            insert into events.event_publication (id, listener_id, event_type, serialized_event,
              publication_date, status, completion_attempts)
            select gen_random_uuid(), listener_id, event_type,
              replace(replace(serialized_event,
                serialized_event::json ->> 'event_id', gen_random_uuid()::text),
                serialized_event::json ->> 'aggregate_id', 'case_' || lpad(to_hex(n), 12, '0')),
              publication_date - interval '1 hour', 'PUBLISHED', 1
            from events.event_publication cross join generate_series(1, ?) n
            where listener_id = ?
            """)
        .params(number, LISTENER)
        .update();
  }

  Tally tally() {
    return new Tally(
        committed(),
        count("select count(distinct case_id) from reliability.effects"),
        count("select count(*) from events.event_dead_letter where consumer = '" + LISTENER + "'"),
        count("select count(*) - count(distinct case_id) from reliability.effects"),
        count("select count(*) from cases.cases where title = 'poison'"));
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
