package com.faultmaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.ProblemType;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The kinds of problems of all contexts are those of the contracts, word for word. */
class ProblemCatalogueTest {

  private static final List<JsonNode> CONTRACTS = documents();

  // two contexts that mean different things by one code fail here
  private static final Map<String, ProblemType> TYPES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests()).importPackages("com.faultmaven").stream()
              .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
              .map(JavaClass::reflect)
              .flatMap(type -> Stream.of(type.getEnumConstants()))
              .map(ProblemType.class::cast)
              .collect(
                  Collectors.toMap(
                      ProblemType::name, Function.identity(), ProblemCatalogueTest::theSame));

  private static ProblemType theSame(ProblemType one, ProblemType other) {
    assertThat(other.title()).as(other.name()).isEqualTo(one.title());
    assertThat(other.status()).as(other.name()).isEqualTo(one.status());
    return one;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areThoseOfTheExamples(String name, JsonNode problem) {
    String code = problem.path("code").asString();
    ProblemType type = Objects.requireNonNull(TYPES.get(code), code);
    assertThat(problem.path("type").asString()).isEqualTo(type.uri().toString());
    assertThat(problem.path("title").asString()).isEqualTo(type.title());
    assertThat(problem.path("status").asInt()).isEqualTo(type.status());
  }

  @Test
  void areAllListedInTheDescription() {
    assertThat(TYPES.values())
        .allSatisfy(
            type ->
                assertThat(description())
                    .contains("| " + type.status() + " | `" + type.name() + "` | " + type.title()));
  }

  @Test
  void areNoFewerThanTheDescriptionLists() {
    Set<String> listed =
        description()
            .lines()
            .filter(line -> line.matches("\\| [45]\\d\\d \\| `.*"))
            .map(line -> line.split("`")[1])
            .collect(Collectors.toSet());
    assertThat(listed).containsExactlyInAnyOrderElementsOf(TYPES.keySet());
  }

  static Stream<Arguments> examples() {
    return CONTRACTS.stream()
        .flatMap(contract -> contract.path("components").path("examples").properties().stream())
        .map(example -> Map.entry(example.getKey(), example.getValue().path("value")))
        .filter(
            example -> example.getValue().path("type").asString("").startsWith("urn:faultmaven"))
        .map(example -> Arguments.of(example.getKey(), example.getValue()));
  }

  /** A document lists those of its own context; those of all are in the first. */
  private static String description() {
    return CONTRACTS.stream()
        .map(contract -> contract.path("info").path("description").asString())
        .collect(Collectors.joining("\n"));
  }

  private static List<JsonNode> documents() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:contracts/openapi/*.yaml"))
          .map(ProblemCatalogueTest::document)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static JsonNode document(Resource resource) {
    try (InputStream yaml = resource.getInputStream()) {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
