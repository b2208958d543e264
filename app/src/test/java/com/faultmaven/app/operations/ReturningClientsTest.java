package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.coyote.ProtocolHandler;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Each refusal under overload closes its connection, and its client comes back at once. */
@IntegrationTest
class ReturningClientsTest {

  private static final int CLIENTS = 1000;

  @LocalServerPort private int port;
  @Autowired private ServletWebServerApplicationContext application;

  /** One for which there is no place is tried again by its kernel, after a second. */
  @Test
  void findAPlaceThoughNobodyIsAcceptedYet() throws Exception {
    TomcatWebServer server =
        (TomcatWebServer) Objects.requireNonNull(application.getWebServer(), "server");
    ProtocolHandler http = server.getTomcat().getConnector().getProtocolHandler();
    List<SocketChannel> clients = new ArrayList<>();
    try {
      http.pause();
      for (int n = 0; n < CLIENTS; n++) {
        clients.add(begin());
      }
      int connected = 0;
      for (SocketChannel client : clients) {
        connected += client.finishConnect() ? 1 : 0;
      }
      assertThat(connected).isEqualTo(CLIENTS);
    } finally {
      for (SocketChannel client : clients) {
        client.close();
      }
      http.resume();
    }
    Api.on(port).get("/health").is(200);
  }

  private SocketChannel begin() throws IOException {
    SocketChannel client = SocketChannel.open();
    client.configureBlocking(false);
    client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return client;
  }
}
