package com.faultmaven.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Many who do nothing, or call themselves many names, take little and change nothing for others.
 */
@Import(CrowdTest.Meters.class)
@TestPropertySource(
    properties = {
      // as in application.yaml
      "server.tomcat.max-connections=8192",
      "server.tomcat.connection-timeout=10s",
      "faultmaven.rate-limits.client.reads=1000000/1s",
      "faultmaven.rate-limits.user.reads=1000000/1s",
    })
class CrowdTest extends WebTest {

  @TestConfiguration(proxyBeanMethods = false)
  static class Meters {

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }

  @Autowired private MeterRegistry meters;

  @Test
  void servesOthersWhile5000ConnectionsAreIdle() throws IOException {
    List<SocketChannel> idle = new ArrayList<>();
    try {
      InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      for (int i = 0; i < 5_000; i++) {
        idle.add(SocketChannel.open(server));
      }
      for (int i = 0; i < 20; i++) {
        HttpRequest.Builder request = asAlice("/api/test/things").timeout(Duration.ofSeconds(2));
        assertThat(send(request).statusCode()).isEqualTo(200);
      }
      assertThat(sendRaw("GET /api/test/things HTTP/1.0\r\nX-User-ID: new\r\n\r\n"))
          .startsWith("HTTP/1.1 200");
    } finally {
      for (SocketChannel connection : idle) {
        connection.close();
      }
    }
  }

  @Test
  void measuresTheSameHoweverManyNamesAClientHas() {
    ask("first");
    int before = meters.getMeters().size();

    for (int i = 0; i < 10_000; i++) {
      ask(UUID.randomUUID().toString());
    }

    assertThat(meters.getMeters().size()).isEqualTo(before);
  }

  private void ask(String client) {
    // of a version that ends: who calls it is counted by name
    HttpRequest.Builder request = asAlice("/api/v1/things/1").header("X-Client-ID", client);
    assertThat(send(request).statusCode()).isLessThan(500);
  }
}
