package com.faultmaven.reliability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before several instances, as a load balancer does: each request goes to the next one that
 * is ready, once. What fails there is answered with 502, and nothing is tried again.
 */
final class Balancer implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Set<String> HOP =
      Set.of("connection", "content-length", "host", "transfer-encoding", ":status");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
  private final List<Instance> instances = new CopyOnWriteArrayList<>();
  private final AtomicInteger turns = new AtomicInteger();
  private final HttpServer server;
  private volatile List<Instance> ready = List.of();

  Balancer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
    looks.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Another one takes part as soon as it is ready, and as long. */
  void add(Instance instance) {
    instances.add(instance);
  }

  boolean sendsTo(Instance instance) {
    return ready.contains(instance);
  }

  Api api() {
    return new Api(server.getAddress().getPort());
  }

  private void look() {
    ready = instances.stream().filter(Balancer::isReady).toList();
  }

  private static boolean isReady(Instance instance) {
    try {
      return instance.api().isReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      List<Instance> now = ready;
      if (now.isEmpty()) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      Instance instance = now.get(Math.floorMod(turns.getAndIncrement(), now.size()));
      try {
        answer(
            exchange, client.send(request(exchange, instance, body), BodyHandlers.ofByteArray()));
      } catch (IOException failed) {
        System.err.println(
            exchange.getRequestMethod() + " failed at " + instance.name() + ": " + failed);
        exchange.sendResponseHeaders(502, -1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static HttpRequest request(HttpExchange exchange, Instance instance, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(instance.address() + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange.getRequestHeaders().entrySet().stream()
        .filter(header -> isForwarded(header.getKey()))
        .forEach(header -> header.getValue().forEach(it -> request.header(header.getKey(), it)));
    return request.build();
  }

  private static boolean isForwarded(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return !HOP.contains(name) && !name.equals("upgrade") && !name.equals("http2-settings");
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    answer.headers().map().entrySet().stream()
        .filter(header -> isForwarded(header.getKey()))
        .forEach(header -> exchange.getResponseHeaders().put(header.getKey(), header.getValue()));
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    looks.shutdownNow();
    server.stop(0);
    client.shutdownNow();
  }
}
