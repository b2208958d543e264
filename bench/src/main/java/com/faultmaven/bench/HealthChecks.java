package com.faultmaven.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Asks how the service is, ten times a second, as an orchestrator does. */
final class HealthChecks {

  private static final long PAUSE_MILLIS = 100;

  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private final CompletableFuture<Double> slowest = new CompletableFuture<>();
  private volatile boolean done;

  /** Begins at once. */
  HealthChecks(int port) {
    this.port = port;
    Thread.ofPlatform().daemon().start(this::run);
  }

  private void run() {
    try {
      double millis = 0;
      while (!done) {
        millis = Math.max(millis, Math.max(ask("/health"), ask("/ready")));
        Thread.sleep(PAUSE_MILLIS);
      }
      slowest.complete(millis);
    } catch (IOException | InterruptedException | RuntimeException failure) {
      slowest.completeExceptionally(failure);
    }
  }

  private double ask(String path) throws IOException, InterruptedException {
    long start = System.nanoTime();
    URI uri = URI.create("http://localhost:" + port + path);
    int status =
        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new UncheckedIOException(new IOException(path + " answered " + status));
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** Ends, and fails if one was not answered with 200. */
  double slowestMillis() {
    done = true;
    return slowest.join();
  }
}
