package com.faultmaven.reliability;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** Follows the feed of an instance while it grows. */
final class Feed implements AutoCloseable {

  /** All events come on this one. */
  static final String CHANNEL = "feed";

  private final Received received = new Received();
  private final Api api;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final CompletableFuture<Received> end;
  private volatile boolean complete;

  Feed(Api api) {
    this.api = api;
    this.end = CompletableFuture.supplyAsync(this::follow, thread);
  }

  private Received follow() {
    try {
      String cursor = null;
      boolean more = true;
      while (more) {
        boolean last = complete;
        JsonNode page = api.events(cursor);
        page.at("/events").forEach(this::note);
        cursor = page.at("/next_cursor").asString();
        more = !last || !page.at("/events").isEmpty();
      }
      return received;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void note(JsonNode event) {
    received.note(
        new Fact(CHANNEL, event.at("/event_id").asString()),
        event.at("/aggregate_id").asString(),
        event.at("/aggregate_version").asLong());
  }

  /** Reads on to the end, now that nothing more is written; gives what came. */
  Received toTheEnd() throws ExecutionException, InterruptedException {
    complete = true;
    return end.get();
  }

  @Override
  public void close() {
    complete = true;
    thread.shutdownNow();
  }
}
