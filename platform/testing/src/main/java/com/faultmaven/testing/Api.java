package com.faultmaven.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client of the running service; each answer it gets is held to the contract. */
public final class Api {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;
  private final List<String> headers;

  private Api(int port, List<String> headers) {
    this.port = port;
    this.headers = headers;
  }

  /** Without identity. */
  public static Api on(int port) {
    return new Api(port, List.of());
  }

  /** A user nobody has seen before. */
  public Api asSomebody() {
    return as("user-" + UUID.randomUUID());
  }

  public Api as(String userId) {
    return with("X-User-ID", userId);
  }

  /** Adds a header line, also one that is there already. */
  public Api with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Api(port, List.copyOf(more));
  }

  /** Replaces a header. */
  public Api instead(String name, String value) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < headers.size(); i += 2) {
      if (!headers.get(i).equalsIgnoreCase(name)) {
        others.addAll(headers.subList(i, i + 2));
      }
    }
    return new Api(port, List.copyOf(others)).with(name, value);
  }

  public Answer get(String path) {
    return send("GET", path, null, "");
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, "");
  }

  public Answer put(String path) {
    return send("PUT", path, null, "");
  }

  public Answer put(String path, String json) {
    return send("PUT", path, "application/json", json);
  }

  public Answer post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, "application/merge-patch+json", json);
  }

  /** Sends anything; a null media type leaves the header out. */
  public Answer send(String method, String path, @Nullable String type, String body) {
    URI uri = URI.create("http://localhost:" + port + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    LogWatch.TEXTS.noteBody(type, body);
    if (uri.getRawQuery() != null) {
      LogWatch.TEXTS.noteForm(uri.getRawQuery());
    }
    for (int i = 0; i < headers.size(); i += 2) {
      LogWatch.TEXTS.noteHeader(headers.get(i), headers.get(i + 1));
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      if (path.matches("/(api|v1)/.*")) {
        ContractCheck.check(
            method, path, response.statusCode(), response.headers(), response.body());
      }
      return new Answer(method + " " + path, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
