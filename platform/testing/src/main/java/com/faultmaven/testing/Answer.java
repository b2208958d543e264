package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answered, already held to the contract.
 *
 * @param path of the request
 */
public record Answer(String path, HttpResponse<String> response) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Expects a status, and shows the body if it is another. */
  public Answer is(int status) {
    assertThat(response.statusCode()).as("%s → %s", path, body()).isEqualTo(status);
    return this;
  }

  /** Expects a problem of this status and code. */
  public Answer is(int status, String code) {
    is(status);
    assertThat(text("/code")).as(body()).isEqualTo(code);
    assertThat(header("X-Error-Code")).isEqualTo(code);
    assertThat(header("X-Correlation-ID")).isEqualTo(text("/correlation_id"));
    return this;
  }

  /** The places and codes of all violations, as {@code place:code}. */
  public List<String> violations() {
    return StreamSupport.stream(json().at("/errors").spliterator(), false)
        .map(error -> place(error) + ":" + error.get("code").asString())
        .toList();
  }

  private static String place(JsonNode error) {
    return error.has("pointer")
        ? error.get("pointer").asString()
        : error.get("parameter").asString();
  }

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  public JsonNode json() {
    return JSON.readTree(body());
  }

  public JsonNode at(String pointer) {
    return json().at(pointer);
  }

  /** One member of each element of an array, as text. */
  public List<String> texts(String array, String member) {
    return StreamSupport.stream(at(array).spliterator(), false)
        .map(element -> element.path(member).asString())
        .toList();
  }

  public String text(String pointer) {
    return at(pointer).asString();
  }

  /** The header's value, or the empty string. */
  public String header(String name) {
    return String.join(", ", response.headers().allValues(name));
  }
}
