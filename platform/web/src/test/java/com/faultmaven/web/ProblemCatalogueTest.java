package com.faultmaven.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The kinds of problem are those of the contract, word for word. */
class ProblemCatalogueTest {

  private static final JsonNode CONTRACT = document();

  @ParameterizedTest
  @MethodSource("examples")
  void givesTheProblemsOfTheExamples(String name, JsonNode problem) {
    ProblemType type = ProblemType.valueOf(problem.path("code").asString());
    assertThat(problem.path("type").asString()).isEqualTo(type.uri().toString());
    assertThat(problem.path("title").asString()).isEqualTo(type.title());
    assertThat(problem.path("status").asInt()).isEqualTo(type.status());
  }

  @ParameterizedTest
  @EnumSource
  void listsEveryKindInTheDescription(ProblemType type) {
    assertThat(CONTRACT.path("info").path("description").asString())
        .contains("| " + type.status() + " | `" + type.name() + "` | " + type.title());
  }

  @Test
  void knowsEveryKindTheDescriptionLists() {
    List<String> listed =
        CONTRACT
            .path("info")
            .path("description")
            .asString()
            .lines()
            .filter(line -> line.matches("\\| [45]\\d\\d \\| `.*"))
            .map(line -> line.split("`")[1])
            .toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ProblemType.values()).map(Enum::name).toList());
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> examples() {
    return CONTRACT.path("components").path("examples").properties().stream()
        .map(example -> Map.entry(example.getKey(), example.getValue().path("value")))
        .filter(
            example -> example.getValue().path("type").asString("").startsWith("urn:faultmaven"))
        .map(
            example ->
                org.junit.jupiter.params.provider.Arguments.of(
                    example.getKey(), example.getValue()));
  }

  private static JsonNode document() {
    try (var yaml =
        new ClassPathResource("contracts/openapi/case-service.v2.yaml").getInputStream()) {
      return new YAMLMapper().readTree(yaml);
    } catch (java.io.IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
