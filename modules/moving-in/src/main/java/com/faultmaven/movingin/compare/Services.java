package com.faultmaven.movingin.compare;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both services, which are asked at once. */
final class Services implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LARGEST = 16 << 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CompareOptions options;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  Services(CompareOptions options) {
    this.options = options;
  }

  /** In what the answers to a read differ; in nothing if they are the same. */
  List<String> differences(LoggedRead read) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> old = ask(options.old(), read);
    CompletableFuture<HttpResponse<byte[]>> now = ask(options.now(), read);
    try {
      return differences(old.join(), now.join());
    } catch (CompletionException failure) {
      throw new IOException(Objects.requireNonNullElse(failure.getCause(), failure));
    }
  }

  private CompletableFuture<HttpResponse<byte[]>> ask(URI service, LoggedRead read) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service + read.target())).GET().timeout(PATIENCE);
    read.headers().forEach(request::setHeader);
    return client.sendAsync(
        request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
  }

  private List<String> differences(HttpResponse<byte[]> old, HttpResponse<byte[]> now) {
    List<String> found = new ArrayList<>();
    if (old.statusCode() != now.statusCode()) {
      found.add("status: " + old.statusCode() + " and " + now.statusCode());
      return found;
    }
    for (String name : options.compared()) {
      String before = header(old, name);
      String after = header(now, name);
      if (!before.equalsIgnoreCase(after)) {
        found.add("header " + name + ": " + before + " and " + after);
      }
    }
    found.addAll(ofBodies(old.body(), now.body()));
    return found;
  }

  /** A media type without its parameters, anything else as it is. */
  private static String header(HttpResponse<?> answer, String name) {
    String value = answer.headers().firstValue(name).orElse("none");
    return name.equalsIgnoreCase("content-type") ? value.replaceFirst("\\s*;.*", "") : value;
  }

  private List<String> ofBodies(byte[] old, byte[] now) {
    if (java.util.Arrays.equals(old, now)) {
      return List.of();
    }
    try {
      JsonNode before = JSON.readTree(old);
      JsonNode after = JSON.readTree(now);
      return new JsonDifferences(options.ignored(), options.unordered(), options.values())
          .between(before, after);
    } catch (JacksonException noJson) {
      return List.of("body: other bytes");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
