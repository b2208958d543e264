package com.faultmaven.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The contracts this build was made from, as the manifest {@code contracts.yaml} names them.
 *
 * @param byName in the order of the manifest
 */
public record Contracts(Map<String, Contract> byName) {

  private static final String MANIFEST = "contracts/contracts.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // what is not a drop-in does not say so
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Those of the manifest in the class path. */
  public static Contracts packaged() {
    try (InputStream manifest = open(MANIFEST)) {
      return read(manifest);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Those of a manifest. */
  public static Contracts read(InputStream manifest) {
    return new Contracts(
        YAML.readValue(
            manifest,
            YAML.getTypeFactory()
                .constructMapType(LinkedHashMap.class, String.class, Contract.class)));
  }

  /** Every document, in the order of the manifest. */
  public List<ContractDocument> documents() {
    return byName.entrySet().stream()
        .flatMap(contract -> documentsOf(contract.getKey(), contract.getValue()))
        .toList();
  }

  /**
   * The document of this name.
   *
   * @throws NoSuchElementException if no contract has it
   */
  public ContractDocument document(String name) {
    return documents().stream()
        .filter(document -> document.name().equals(name))
        .findAny()
        .orElseThrow(() -> new NoSuchElementException("No contract has a document " + name));
  }

  private static Stream<ContractDocument> documentsOf(String name, Contract contract) {
    Stream<ContractDocument> versions =
        contract.versions().entrySet().stream()
            .map(
                version ->
                    version.getValue().describedBy(name, contract.title(), version.getKey()));
    return Stream.concat(
        versions,
        Stream.ofNullable(contract.events())
            .map(events -> events.describedBy(name, contract.title())));
  }

  static InputStream open(String resource) {
    return Objects.requireNonNull(
        Contracts.class.getClassLoader().getResourceAsStream(resource),
        () -> "There is no " + resource + " in the class path.");
  }
}
