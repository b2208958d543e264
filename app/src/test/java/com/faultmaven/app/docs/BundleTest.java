package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A bundle says what its sources say, in one file. */
class BundleTest {

  private static final Map<String, JsonNode> SOURCES = new ConcurrentHashMap<>();

  /** Every document of the contracts, those to come included. */
  static List<String> documents() throws IOException {
    PathMatchingResourcePatternResolver classPath = new PathMatchingResourcePatternResolver();
    List<String> documents = new ArrayList<>();
    for (String kind : List.of("contracts/openapi/", "contracts/asyncapi/")) {
      for (Resource file : classPath.getResources("classpath*:" + kind + "*.yaml")) {
        documents.add(kind + file.getFilename());
      }
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void refersToNothingOutsideAndToNothingThatIsMissing(String document) {
    JsonNode bundle = Bundle.of(document);

    assertThat(bundle.findValues("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              assertThat(reference.asString()).startsWith("#/");
              assertThat(bundle.at(reference.asString().substring(1)).isMissingNode()).isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("documents")
  void saysWhatItsSourcesSay(String document) {
    JsonNode bundle = Bundle.of(document);
    JsonNode source = read(document);

    assertThat(expanded(bundle.path("paths"), document, bundle, 0))
        .isEqualTo(expanded(source.path("paths"), document, source, 0));
    assertThat(expanded(bundle.path("channels"), document, bundle, 0))
        .isEqualTo(expanded(source.path("channels"), document, source, 0));
    assertThat(bundle.propertyNames()).isEqualTo(source.propertyNames());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isTheSameAfterItWasWritten(String document) {
    JsonNode bundle = Bundle.of(document);

    byte[] written = Yaml.write(bundle);

    assertThat(Yaml.read(new ByteArrayInputStream(written))).isEqualTo(bundle);
    assertThat(new String(written, StandardCharsets.UTF_8))
        .contains("description: |\n")
        .doesNotContain("\\n");
  }

  /** With what it refers to in the place of every reference, wherever that stands. */
  private static JsonNode expanded(JsonNode node, String file, JsonNode root, int depth) {
    assertThat(depth).as("no schema contains itself").isLessThan(60);
    if (node.path("$ref").isString()) {
      URI target = URI.create(file).resolve(node.get("$ref").asString());
      JsonNode other = target.getPath().equals(file) ? root : read(target.getPath());
      return expanded(other.at(target.getFragment()), target.getPath(), other, depth + 1);
    }
    if (node.isObject()) {
      ObjectNode copy = JsonMapper.shared().createObjectNode();
      for (var property : node.properties()) {
        copy.set(property.getKey(), expanded(property.getValue(), file, root, depth + 1));
      }
      return copy;
    }
    ArrayNode copy = JsonMapper.shared().createArrayNode();
    for (JsonNode item : node.values()) {
      copy.add(expanded(item, file, root, depth + 1));
    }
    return node.isArray() ? copy : node;
  }

  private static JsonNode read(String path) {
    return SOURCES.computeIfAbsent(path, it -> Yaml.read(open(it)));
  }

  private static InputStream open(String path) {
    try {
      return new ClassPathResource(path).getInputStream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
