package com.faultmaven.reliability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL the processes share; it outlives them. */
final class Database implements AutoCloseable {

  private static final String LISTENER = "reliability.probe";

  private final EmbeddedPostgres postgres;
  private final JdbcClient jdbc;
  private final List<Instance> instances = new ArrayList<>();

  Database() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(Files.createTempDirectory("faultmaven-reliability-"))
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("max_connections", "100")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    jdbc.sql(
            """
            create schema reliability;
            create table reliability.effects (case_id text not null);
            create index on reliability.effects (case_id);
            create table reliability.switch (is_on boolean not null);
            insert into reliability.switch values (true);
            """)
        .update();
  }

  /**
   * Starts a process on it; to be awaited. It ends with the database, if not before.
   *
   * @param attempts after which it parks a delivery
   */
  Instance newInstance(int attempts) {
    return added(new Instance(url(), attempts, null));
  }

  /** The same, and it publishes. */
  Instance newInstance(int attempts, Broker broker) {
    return added(new Instance(url(), attempts, broker.address()));
  }

  private Instance added(Instance instance) {
    instances.add(instance);
    return instance;
  }

  EventLog log() {
    return new EventLog(jdbc);
  }

  /** As the service wants to be told. */
  private String url() {
    return "postgresql://postgres@localhost:" + postgres.getPort() + "/postgres";
  }

  /** Whether the probe takes anything. */
  void turn(boolean on) {
    jdbc.sql("update reliability.switch set is_on = ?").param(on).update();
  }

  /** Cases that were opened, and are facts, whether or not the answer was heard. */
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

  @Override
  public void close() {
    instances.forEach(Instance::kill);
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
