package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Holds every answer to the document the service was generated from: the status is documented for
 * the operation, the body fits its schema, the headers it must have are there.
 */
final class ContractCheck {

  private static final String DOCUMENT = "contracts/openapi/case-service.v2.yaml";
  private static final JsonNode CONTRACT = read();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

  private ContractCheck() {}

  static void check(String method, String path, int status, HttpHeaders headers, String body) {
    Optional<JsonPointer> operation = operation(method, path);
    if (operation.isEmpty()) {
      assertThat(status).as("%s %s is in no contract", method, path).isIn(400, 401, 404, 405, 413);
      checkBody(JsonPointer.compile("/components/schemas/Problem"), body);
      return;
    }
    JsonPointer response = resolve(append(operation.get(), "responses", Integer.toString(status)));
    assertThat(CONTRACT.at(response).isMissingNode())
        .as("%s %s answers %d, which is not documented: %s", method, path, status, body)
        .isFalse();
    checkHeaders(response, headers);
    checkContent(response, headers, body);
  }

  private static void checkHeaders(JsonPointer response, HttpHeaders headers) {
    for (String name : CONTRACT.at(append(response, "headers")).propertyNames()) {
      JsonPointer header = resolve(append(response, "headers", name));
      if (CONTRACT.at(append(header, "required")).asBoolean(false)) {
        assertThat(headers.firstValue(name)).as("header %s", name).isPresent();
      }
    }
  }

  private static void checkContent(JsonPointer response, HttpHeaders headers, String body) {
    JsonNode content = CONTRACT.at(append(response, "content"));
    if (content.isMissingNode()) {
      assertThat(body).as("body of an answer documented without one").isEmpty();
      return;
    }
    String mediaType = headers.firstValue("Content-Type").orElse("none").split(";")[0];
    assertThat(content.has(mediaType)).as("documented media type %s", mediaType).isTrue();
    checkBody(append(response, "content", mediaType, "schema"), body);
  }

  private static void checkBody(JsonPointer schema, String body) {
    List<Error> errors =
        COMPILED
            .computeIfAbsent(schema.toString(), ContractCheck::compile)
            .validate(
                JSON.readTree(body),
                execution ->
                    execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    assertThat(errors).as(body).isEmpty();
  }

  private static Schema compile(String pointer) {
    return SCHEMAS.getSchema(SchemaLocation.of("classpath:" + DOCUMENT + "#" + pointer));
  }

  /** Finds the operation as the server does: a literal segment wins over a template. */
  private static Optional<JsonPointer> operation(String method, String path) {
    return CONTRACT.at("/paths").propertyNames().stream()
        .filter(template -> matches(template, path))
        .min(Comparator.comparing(template -> template.indexOf('{') < 0 ? 0 : 1))
        .map(template -> append(JsonPointer.empty(), "paths", template, method.toLowerCase()))
        .filter(operation -> !CONTRACT.at(operation).isMissingNode());
  }

  private static boolean matches(String template, String path) {
    String expression =
        Pattern.compile("\\{[^}]+}|[^{]+")
            .matcher(template)
            .replaceAll(part -> part.group().startsWith("{") ? "[^/]+" : part.group());
    return path.split("\\?")[0].matches(expression);
  }

  private static JsonPointer resolve(JsonPointer pointer) {
    JsonNode reference = CONTRACT.at(append(pointer, "$ref"));
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

  private static JsonNode read() {
    try (InputStream document =
        ContractCheck.class.getClassLoader().getResourceAsStream(DOCUMENT)) {
      return new YAMLMapper().readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
