package com.faultmaven.reliability;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events that the processes have stored, and the position of the publisher. */
final class EventLog {

  private static final String CREATED = "case.created.v2";
  private static final String CREATED_BEFORE = "case.created.v1";

  private final JdbcClient jdbc;

  EventLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What has to be published to the topics. */
  Set<Fact> forTopics() {
    Set<Fact> facts = new HashSet<>();
    for (Fact fact : facts("event_type || '.v' || split_part(schema_version, '.', 1)")) {
      facts.add(fact);
      if (fact.channel().equals(CREATED)) {
        facts.add(new Fact(CREATED_BEFORE, fact.eventId()));
      }
    }
    return facts;
  }

  /** The same of cases, for which the topics are read. */
  Set<Fact> forTopicsOfCases() {
    return forTopics().stream()
        .filter(fact -> fact.channel().startsWith("case."))
        .collect(Collectors.toSet());
  }

  /** How many events of a type there are. */
  int count(String type) {
    return jdbc.sql("select count(*) from events.event_log where event_type = ?")
        .param(type)
        .query(Integer.class)
        .single();
  }

  /** What has to be in the feed. */
  Set<Fact> forFeed() {
    return facts("'" + Feed.CHANNEL + "'");
  }

  private Set<Fact> facts(String channel) {
    return jdbc.sql("select " + channel + " as channel, event_id::text from events.event_log")
        .query(Fact.class)
        .set();
  }

  /** Whether the broker has taken all of it. */
  boolean isPublished() {
    return jdbc.sql(
            """
            select not exists (
              select from events.event_log logged
              join events.log_position at on at.reader = 'publisher'
              where (logged.horizon, logged.seq) > (at.horizon, at.seq))
            """)
        .query(Boolean.class)
        .single();
  }

  /** How far the broker has taken it. */
  String position() {
    return jdbc.sql(
            "select horizon || ':' || seq from events.log_position where reader = 'publisher'")
        .query(String.class)
        .single();
  }

  /** The number of events that the broker could not take, parked for an operator. */
  int parked() {
    return jdbc.sql("select count(*) from events.event_dead_letter where consumer like 'broker:%'")
        .query(Integer.class)
        .single();
  }

  /** The name of the instance that publishes, if one does: it has the lock of that name. */
  Optional<String> publisher() {
    return jdbc.sql(
            """
            select application_name from pg_locks join pg_stat_activity using (pid)
            where locktype = 'advisory' and granted
              and (classid::bigint << 32) + objid::bigint = x'00464D5075626C73'::bigint
            """)
        .query(String.class)
        .optional();
  }

  /**
   * Writes updates of 2,330 numbers that PostgreSQL prints with 309 digits each, 724 KB together.
   */
  void fillLarge(int events) {
    jdbc.sql(
            """
            insert into events.event_log (event_id, event_type, schema_version, aggregate_id,
              aggregate_version, occurred_at, correlation_id, payload)
            select gen_random_uuid(), 'case.updated', '1.0.0', 'case_00000000000a', n, now(),
              'filled', jsonb_build_object('case_id', 'case_00000000000a', 'user_id', 'ada',
                'updated_at', '2026-01-01T00:00:00Z',
                'changes', jsonb_build_object('metadata', jsonb_build_object('n', numbers)))
            from generate_series(1, ?) n,
              (select jsonb_agg(1e308) as numbers from generate_series(1, 2330)) large
            """)
        .param(events)
        .update();
  }

  /** Writes updates of a thousand cases, which are seen all at once. */
  void fill(int events) {
    jdbc.sql(
            """
            insert into events.event_log (event_id, event_type, schema_version, aggregate_id,
              aggregate_version, occurred_at, correlation_id, payload)
            select gen_random_uuid(), 'case.updated', '1.0.0', id, n, now(), 'filled',
              jsonb_build_object('case_id', id, 'user_id', 'ada',
                'updated_at', '2026-01-01T00:00:00Z',
                'changes', jsonb_build_object('title', 'Checkout is slow in region ' || n))
            from generate_series(1, ?) n
            cross join lateral (select 'case_' || lpad(to_hex(n % 1000), 12, '0')) as named (id)
            """)
        .param(events)
        .update();
  }
}
