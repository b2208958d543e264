package com.faultmaven.contracts.events;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document as the jar carries it, with its references followed. */
final class EventDocument {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDialect(
          Dialect.builder(Dialects.getDraft7())
              .unknownKeywordFactory((keyword, _) -> new NonValidationKeyword(keyword))
              .build(),
          schemas ->
              schemas.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private static final URI LOCATION = URI.create("/contracts/asyncapi/cases-events.yaml");

  private EventDocument() {}

  /** One example of a message, as it would be on the channel. */
  record Example(String channel, JsonNode message, JsonNode example) {

    Class<? extends ContractEvent> record() {
      String name = message.at("/payload/title").asString();
      try {
        return Class.forName(ContractEvent.class.getPackageName() + "." + name)
            .asSubclass(ContractEvent.class);
      } catch (ClassNotFoundException e) {
        throw new AssertionError("%s has no record".formatted(channel), e);
      }
    }

    JsonNode payload() {
      return example.get("payload");
    }

    JsonNode headers() {
      return example.get("headers");
    }

    List<Error> violations() {
      return Stream.of("headers", "payload")
          .flatMap(part -> violations(message.get(part), example.get(part)).stream())
          .toList();
    }

    private static List<Error> violations(JsonNode schema, JsonNode value) {
      return SCHEMAS.getSchema(schema).validate(value);
    }

    @Override
    public String toString() {
      return channel + " " + example.get("name").asString();
    }
  }

  static List<Example> examples() {
    return channels().valueStream().flatMap(EventDocument::examplesOf).toList();
  }

  /** The addresses of the channels that operations with an action name. */
  static List<String> addresses(String action) {
    JsonNode document = read(LOCATION);
    return document
        .get("operations")
        .valueStream()
        .filter(operation -> operation.get("action").asString().equals(action))
        .map(operation -> operation.at("/channel/$ref").asString().substring(1))
        .map(channel -> document.at(channel).get("address").asString())
        .toList();
  }

  static List<String> addresses() {
    return channels().valueStream().map(channel -> channel.get("address").asString()).toList();
  }

  private static Stream<Example> examplesOf(JsonNode channel) {
    String address = channel.get("address").asString();
    return channel
        .get("messages")
        .valueStream()
        .flatMap(
            message ->
                message
                    .get("examples")
                    .valueStream()
                    .map(example -> new Example(address, message, example)));
  }

  private static JsonNode channels() {
    return followed(read(LOCATION).get("channels"), LOCATION);
  }

  private static JsonNode followed(JsonNode node, URI document) {
    if (node.path("$ref").isString()) {
      URI target = document.resolve(node.get("$ref").asString());
      JsonNode place = read(target).at(JsonPointer.compile(target.getFragment()));
      return followed(place, target);
    }
    switch (node) {
      case ObjectNode object ->
          object.propertyNames().stream()
              .toList()
              .forEach(name -> object.set(name, followed(object.get(name), document)));
      case ArrayNode array -> {
        for (int index = 0; index < array.size(); index++) {
          array.set(index, followed(array.get(index), document));
        }
      }
      default -> {}
    }
    return node;
  }

  private static JsonNode read(URI document) {
    try (InputStream yaml = EventDocument.class.getResourceAsStream(document.getPath())) {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
