package com.faultmaven.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A document of the contracts, in one file without references to others.
 *
 * @param name such as {@code cases.v2} or {@code cases-events}
 * @param file below {@code contracts/} in the class path
 * @param title what people call it
 * @param address where a running service gives it, with .yaml or .json behind it
 * @param alsoAt further addresses, with the form they give
 * @param slug what it is called in other addresses
 */
public record ContractDocument(
    String name, String file, String title, String address, List<String> alsoAt, String slug) {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** Whether it is about an API over HTTP; otherwise it is about events. */
  public boolean isOfApi() {
    return file.startsWith("openapi/");
  }

  /** Where it is in the class path. */
  public String resource() {
    return "contracts/" + file;
  }

  /** Its text, in YAML. */
  public byte[] text() {
    try (InputStream document = Contracts.open(resource())) {
      return document.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What it says. */
  public JsonNode content() {
    return YAML.readTree(text());
  }
}
