package com.faultmaven.reliability;

import com.faultmaven.testing.Reaper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL the processes share; it outlives them. */
final class Database implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final JdbcClient jdbc;
  private final List<Instance> instances = new ArrayList<>();

  Database() {
    try {
      Path directory = Files.createTempDirectory("faultmaven-reliability-");
      postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("max_connections", "100")
              // as the README says of production; the rest is PostgreSQL's default
              .setServerConfig("random_page_cost", "1.1")
              .start();
      Reaper.ends(directory);
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
   * @param settings more of them, as {@code name=value}
   */
  Instance newInstance(int attempts, String... settings) {
    return added(new Instance(url(), attempts, null, settings));
  }

  /** The same, and it publishes. */
  Instance newInstance(int attempts, Broker broker, String... settings) {
    return added(new Instance(url(), attempts, broker.address(), settings));
  }

  private Instance added(Instance instance) {
    instances.add(instance);
    return instance;
  }

  Deliveries deliveries() {
    return new Deliveries(jdbc);
  }

  Subscribers subscribers() {
    return new Subscribers(jdbc);
  }

  LargeRows largeRows() {
    return new LargeRows(jdbc);
  }

  LongConversation conversationOf(String caseId) {
    return new LongConversation(jdbc, caseId);
  }

  ManyTexts manyTexts() {
    return new ManyTexts(postgres.getPostgresDatabase());
  }

  Letters letters() {
    return new Letters(jdbc);
  }

  EventLog log() {
    return new EventLog(jdbc);
  }

  /** In the form of the service's {@code DATABASE_URL}. */
  private String url() {
    return "postgresql://postgres@localhost:" + postgres.getPort() + "/postgres";
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
