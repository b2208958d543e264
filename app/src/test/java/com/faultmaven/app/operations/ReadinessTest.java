package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.database.Histories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ReadinessTest {

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket closedAtOnce = listen()) {
      port = closedAtOnce.getLocalPort();
    }

    assertThat(readiness(port).check().database()).isEqualTo("the database cannot be reached");
  }

  @Test
  void doesNotWaitForADatabaseThatAcceptsAndNeverAnswers() throws IOException {
    try (ServerSocket silent = listen()) {
      Instant start = Instant.now();

      Readiness.Checks checks = readiness(silent.getLocalPort()).check();

      assertThat(checks.passed()).isFalse();
      assertThat(checks.database()).isEqualTo("the database does not answer in time");
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static Readiness readiness(int port) throws IOException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {"localhost"});
    dataSource.setPortNumbers(new int[] {port});
    return new Readiness(
        dataSource,
        Histories.of(new PathMatchingResourcePatternResolver(), "flyway_schema_history"));
  }
}
