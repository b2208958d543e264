package com.faultmaven.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A bundle says what its sources say, in one file. {@code npm run generate} writes them. */
class BundlesTest {

  private static final Map<Path, JsonNode> FILES = new ConcurrentHashMap<>();
  private static final Path BUNDLED = Path.of("bundled");

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(BUNDLED)) {
      return files.filter(Files::isRegularFile).map(BUNDLED::relativize).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void refersToNothingOutsideAndToNothingThatIsMissing(Path document) {
    JsonNode bundle = read(BUNDLED.resolve(document));

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
  void saysWhatItsSourcesSay(Path document) {
    JsonNode bundle = read(BUNDLED.resolve(document));
    JsonNode source = read(document);

    assertThat(bundle.propertyNames()).isEqualTo(source.propertyNames());
    for (String part : source.propertyNames()) {
      if (!part.equals("components")) {
        assertThat(expanded(bundle.path(part), BUNDLED.resolve(document), 0))
            .as("%s of %s as `npm run generate` makes it", part, document)
            .isEqualTo(expanded(source.path(part), document, 0));
      }
    }
  }

  /** With what it refers to in the place of every reference, wherever that stands. */
  private static JsonNode expanded(JsonNode node, Path file, int depth) {
    assertThat(depth).as("no schema contains itself").isLessThan(60);
    if (node.path("$ref").isString()) {
      String[] target = node.get("$ref").asString().split("#", 2);
      Path other = target[0].isEmpty() ? file : file.resolveSibling(target[0]).normalize();
      return expanded(read(other).at(target.length == 1 ? "" : target[1]), other, depth + 1);
    }
    if (node.isObject()) {
      ObjectNode copy = JsonMapper.shared().createObjectNode();
      for (var property : node.properties()) {
        copy.set(property.getKey(), expanded(property.getValue(), file, depth + 1));
      }
      return copy;
    }
    ArrayNode copy = JsonMapper.shared().createArrayNode();
    for (JsonNode item : node.values()) {
      copy.add(expanded(item, file, depth + 1));
    }
    return node.isArray() ? copy : node;
  }

  /** With what anchors stand for in the place of every alias. */
  private static JsonNode read(Path path) {
    return FILES.computeIfAbsent(
        path,
        file -> {
          LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(1000).build();
          try (InputStream yaml = Files.newInputStream(file)) {
            return JsonMapper.shared().valueToTree(new Load(settings).loadFromInputStream(yaml));
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        });
  }
}
