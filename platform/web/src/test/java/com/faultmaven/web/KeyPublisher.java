package com.faultmaven.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Publishes keys over HTTP, or fails as a test demands, and counts the requests. */
public final class KeyPublisher implements AutoCloseable {

  /** What it does with a request. */
  public enum Manner {
    ANSWERS,
    REFUSES,
    TALKS_NONSENSE,
    HANGS,
    /** A byte now and then, without end. */
    DRIPS
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Manner manner = Manner.ANSWERS;
  private volatile String keys = "{\"keys\":[]}";

  public KeyPublisher(RSAKey... keys) {
    publish(keys);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    server.createContext("/keys", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
  }

  public void publish(RSAKey... keys) {
    List<JWK> published = Stream.of(keys).<JWK>map(RSAKey::toPublicJWK).toList();
    this.keys = new JWKSet(published).toString();
  }

  public void from(Manner manner) {
    this.manner = manner;
  }

  public int requests() {
    return requests.get();
  }

  public static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      switch (manner) {
        case ANSWERS -> send(exchange, keys);
        case REFUSES -> exchange.sendResponseHeaders(500, -1);
        case TALKS_NONSENSE -> send(exchange, "<html>Sign in</html>");
        case HANGS -> closing.await();
        case DRIPS -> drip(exchange);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private void drip(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.sendResponseHeaders(200, 0);
    do {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
    } while (!closing.await(100, TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
