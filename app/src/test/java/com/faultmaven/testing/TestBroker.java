package com.faultmaven.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka that can be there later than who wants to talk to it: its address is known before. */
public final class TestBroker implements AutoCloseable {

  private static final int PARTITIONS = 3;

  private final int port = freePort();
  private final EmbeddedKafkaKraftBroker kafka;

  public TestBroker() {
    kafka = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
    kafka.kafkaPorts(port);
    kafka.brokerProperties(Map.of("num.partitions", Integer.toString(PARTITIONS)));
  }

  /** Where it listens, or will. */
  public String address() {
    return "localhost:" + port;
  }

  public void start() {
    kafka.afterPropertiesSet();
  }

  @Override
  public void close() {
    kafka.destroy();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
