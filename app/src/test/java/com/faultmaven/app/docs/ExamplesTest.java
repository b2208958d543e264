package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.testing.IntegrationTest;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the documents show is what the service takes and gives. */
@IntegrationTest
class ExamplesTest {

  private final JsonMapper json;

  ExamplesTest(@Autowired JsonMapper json) {
    this.json = json;
  }

  @ParameterizedTest
  @CsvSource({"v2, 190", "v1, 40"})
  void fitTheirSchemas(String version, int atLeast) {
    JsonNode document = document(version);
    String id = "https://contract.test/" + version;
    SchemaRegistry schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Map.of(id, document.toString())));
    List<Example> examples = Example.in(document);

    assertThat(examples).hasSizeGreaterThan(atLeast);
    for (Example example : examples) {
      List<Error> errors =
          schemas
              .getSchema(SchemaLocation.of(id + "#" + example.schema()))
              .validate(
                  example.value().toString(),
                  InputFormat.JSON,
                  run -> run.executionConfig(it -> it.formatAssertionsEnabled(true)));
      assertThat(errors).as("%s: %s", example.place(), example.value()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"v2, 100", "v1, 20"})
  void areReadIntoTheirTypesAndWrittenAsTheyWere(String version, int atLeast) {
    JsonNode document = document(version);
    int read = 0;
    for (Example example : Example.in(document)) {
      Optional<Class<?>> type = type(version, example.schemaName(document));
      if (type.isPresent()) {
        Object value = json.readValue(example.value().toString(), type.get());
        assertThat(withoutNulls(json.writeValueAsString(value)))
            .as("%s as %s", example.place(), type.get().getSimpleName())
            .isEqualTo(withoutNulls(example.value().toString()));
        read++;
      }
    }
    assertThat(read).isGreaterThan(atLeast);
  }

  /** A body without a type would not be read above. */
  @Test
  void areOfATypeWhereTheyAreWholeBodiesOfV2() {
    JsonNode document = document("v2");
    Set<String> untyped = new TreeSet<>();
    for (Example example : Example.in(document)) {
      String name = example.schemaName(document);
      if (example.place().toString().contains("/content/") && type("v2", name).isEmpty()) {
        untyped.add(example.place() + " " + name);
      }
    }
    assertThat(untyped).isEmpty();
  }

  private static JsonNode document(String version) {
    return Contracts.packaged().document("cases." + version).content();
  }

  private static Optional<Class<?>> type(String version, String schema) {
    String name = "com.faultmaven.contracts.cases." + version + ".model." + schema;
    return ClassUtils.isPresent(name, null)
        ? Optional.of(ClassUtils.resolveClassName(name, null))
        : Optional.empty();
  }

  /** Null says the same as absence, but in a merge patch, which may consist of nulls. */
  private JsonNode withoutNulls(String text) {
    JsonNode tree = json.readTree(text);
    removeNulls(tree);
    return tree;
  }

  private static void removeNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    node.values().forEach(ExamplesTest::removeNulls);
  }
}
