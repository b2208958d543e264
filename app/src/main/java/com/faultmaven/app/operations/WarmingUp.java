package com.faultmaven.app.operations;

import com.faultmaven.kernel.WarmUp;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps a process that just started from being ready until it has been asked for what people ask
 * for most, for as long as is configured, and the compiler has seen it. Who asks meanwhile is
 * answered. A process that cannot warm up is ready at once.
 */
@Component
@EnableConfigurationProperties(StartProperties.class)
class WarmingUp {

  private static final Logger LOG = LoggerFactory.getLogger(WarmingUp.class);
  private static final int REQUESTS = 20;
  private static final int MILLIS_TO_ANSWER = 2000;

  private final StartProperties properties;
  private final ServerProperties server;
  private final List<WarmUp> modules;
  private volatile boolean running;

  WarmingUp(StartProperties properties, ServerProperties server, List<WarmUp> modules) {
    this.properties = properties;
    this.server = server;
    this.modules = modules;
  }

  boolean isRunning() {
    return running;
  }

  @EventListener
  void start(WebServerInitializedEvent started) {
    boolean isForOperators = started.getApplicationContext().getServerNamespace() != null;
    if (isForOperators || properties.warmUp().isZero()) {
      return;
    }
    running = true;
    int port = started.getWebServer().getPort();
    Thread.ofVirtual().name("warm-up").start(() -> warmUp(port));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    running = false;
  }

  private void warmUp(int port) {
    long start = System.nanoTime();
    try {
      URL health = health(port);
      do {
        for (int request = 0; request < REQUESTS; request++) {
          ask(health);
        }
        modules.forEach(WarmUp::once);
      } while (running && System.nanoTime() - start < properties.warmUp().toNanos());
      if (running) {
        LOG.info("Warmed up for {}", properties.warmUp());
      }
    } catch (IOException | URISyntaxException | RuntimeException e) {
      if (running) {
        LOG.warn("Not warmed up", e);
      }
    } finally {
      running = false;
    }
  }

  private URL health(int port) throws IOException, URISyntaxException {
    InetAddress address = server.getAddress();
    if (address == null || address.isAnyLocalAddress()) {
      address = InetAddress.getLoopbackAddress();
    }
    return new URI("http", null, address.getHostAddress(), port, "/health", null, null).toURL();
  }

  private static void ask(URL health) throws IOException {
    URLConnection connection = health.openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(MILLIS_TO_ANSWER);
    connection.setReadTimeout(MILLIS_TO_ANSWER);
    try (InputStream answer = connection.getInputStream()) {
      answer.readAllBytes();
    }
  }
}
