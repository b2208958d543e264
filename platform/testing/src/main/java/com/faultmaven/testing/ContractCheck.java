package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.ApiVersion;
import com.faultmaven.contracts.ContractDocument;
import com.faultmaven.contracts.Contracts;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every answer to the document the service was generated from: the status is documented for
 * the operation, the body fits its schema, the headers it must have are there.
 */
final class ContractCheck {

  /** One for each version of an API. */
  private static final List<ContractCheck> ALL =
      Contracts.packaged().byName().entrySet().stream()
          .flatMap(
              contract ->
                  contract.getValue().versions().entrySet().stream()
                      .map(
                          version ->
                              new ContractCheck(
                                  Contracts.packaged()
                                      .document(contract.getKey() + "." + version.getKey()),
                                  version.getValue())))
          .toList();

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonMapper JSON = new JsonMapper();

  private final List<String> unmatched;
  private final boolean dropIn;
  private final String document;
  private final JsonPointer errors;
  private final JsonNode contract;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  private ContractCheck(ContractDocument document, ApiVersion version) {
    this.unmatched = version.unmatched();
    this.dropIn = version.dropIn();
    this.document = document.resource();
    this.errors =
        JsonPointer.compile("/components/schemas/" + (dropIn ? "ErrorResponse" : "Problem"));
    this.contract = document.content();
  }

  static void check(String method, String path, int status, HttpHeaders headers, String body) {
    of(method, path).hold(method, path, status, headers, body);
  }

  /**
   * The version that has the operation; else the path, or what is unmatched around it. Refusals
   * beside all versions have the form of one that is no drop-in.
   */
  private static ContractCheck of(String method, String path) {
    return Stream.<Predicate<ContractCheck>>of(
            check -> check.operation(method, path).isPresent(),
            check -> check.has(path) && check.answersAround(path),
            check -> check.has(path),
            check -> check.answersAround(path),
            check -> !check.dropIn)
        .flatMap(fits -> ALL.stream().filter(fits))
        .findFirst()
        .orElseThrow();
  }

  private boolean has(String path) {
    return contract.at("/paths").propertyNames().stream()
        .anyMatch(template -> matches(template, path));
  }

  private boolean answersAround(String path) {
    String whole = path.split("\\?")[0];
    return unmatched.stream().anyMatch(start -> (whole + "/").matches(expression(start) + "/.*"));
  }

  private void hold(String method, String path, int status, HttpHeaders headers, String body) {
    Optional<JsonPointer> operation = operation(method, path);
    checkCaching(operation, status, headers);
    if (operation.isEmpty()) {
      assertThat(status).as("%s %s is in no contract", method, path).isIn(200, 400, 401, 404, 405);
      if (status == 200) {
        assertThat(method).isEqualTo("OPTIONS");
        return;
      }
      checkBody(errors, body);
      return;
    }
    JsonPointer response = resolve(append(operation.get(), "responses", Integer.toString(status)));
    assertThat(contract.at(response).isMissingNode())
        .as("%s %s answers %d, which is not documented: %s", method, path, status, body)
        .isFalse();
    checkHeaders(response, headers);
    checkContent(response, headers, body);
  }

  /** What is public says itself how long it may be kept. */
  private void checkCaching(Optional<JsonPointer> operation, int status, HttpHeaders headers) {
    JsonNode promised = operation.map(contract::at).orElse(contract);
    boolean refused = status >= 400;
    boolean secret = promised.path("x-answers").asString("").equals("never-stored");
    if (!refused && !secret && promised.path("security").isEmpty() && promised.has("security")) {
      assertThat(headers.allValues("Cache-Control")).isNotEmpty();
    } else {
      assertThat(headers.allValues("Cache-Control"))
          .as("who may keep the answer")
          .containsExactly(refused || secret ? "no-store" : "private, no-cache");
    }
  }

  private void checkHeaders(JsonPointer response, HttpHeaders headers) {
    for (String name : contract.at(append(response, "headers")).propertyNames()) {
      JsonPointer header = resolve(append(response, "headers", name));
      if (contract.at(append(header, "required")).asBoolean(false)) {
        assertThat(headers.firstValue(name)).as("header %s", name).isPresent();
      }
    }
  }

  private void checkContent(JsonPointer response, HttpHeaders headers, String body) {
    JsonNode content = contract.at(append(response, "content"));
    if (content.isMissingNode()) {
      assertThat(body).as("body of an answer documented without one").isEmpty();
      return;
    }
    String mediaType = headers.firstValue("Content-Type").orElse("none").split(";")[0];
    assertThat(content.has(mediaType)).as("documented media type %s", mediaType).isTrue();
    if (mediaType.endsWith("json")) {
      checkBody(append(response, "content", mediaType, "schema"), body);
    }
  }

  private void checkBody(JsonPointer schema, String body) {
    List<Error> errors =
        compiled
            .computeIfAbsent(schema.toString(), this::compile)
            .validate(
                JSON.readTree(body),
                execution ->
                    execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    assertThat(errors).as(body).isEmpty();
  }

  private Schema compile(String pointer) {
    return SCHEMAS.getSchema(SchemaLocation.of("classpath:" + document + "#" + pointer));
  }

  /** Finds the operation as the server does: a literal segment wins over a template. */
  private Optional<JsonPointer> operation(String method, String path) {
    return contract.at("/paths").propertyNames().stream()
        .filter(template -> matches(template, path))
        .min(Comparator.comparing(template -> template.indexOf('{') < 0 ? 0 : 1))
        .map(
            template ->
                append(JsonPointer.empty(), "paths", template, method.toLowerCase(Locale.ROOT)))
        .filter(operation -> !contract.at(operation).isMissingNode());
  }

  private static boolean matches(String template, String path) {
    return path.split("\\?")[0].matches(expression(template));
  }

  private static String expression(String template) {
    return Pattern.compile("\\{[^}]+}|[^{]+")
        .matcher(template)
        .replaceAll(part -> part.group().startsWith("{") ? "[^/]+" : part.group());
  }

  private JsonPointer resolve(JsonPointer pointer) {
    JsonNode reference = contract.at(append(pointer, "$ref"));
    return reference.isMissingNode()
        ? pointer
        : JsonPointer.compile(reference.asString().substring(1));
  }

  private static JsonPointer append(JsonPointer pointer, String... properties) {
    for (String property : properties) {
      pointer = pointer.appendProperty(property);
    }
    return pointer;
  }
}
