package com.faultmaven.contracts.events;

import com.faultmaven.contracts.Contracts;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI documents as the jar carries them, with their references followed. */
final class EventDocument {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDialect(
          Dialect.builder(Dialects.getDraft7())
              .unknownKeywordFactory((keyword, _) -> new NonValidationKeyword(keyword))
              .build(),
          schemas ->
              schemas.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  /** The documents by the packages of their records. */
  static final Map<String, JsonNode> DOCUMENTS =
      Contracts.packaged().byName().entrySet().stream()
          .filter(contract -> contract.getValue().events() != null)
          .collect(
              Collectors.toMap(
                  contract -> "com.faultmaven.contracts." + contract.getKey() + ".events",
                  contract ->
                      Contracts.packaged().document(contract.getKey() + "-events").content()));

  private EventDocument() {}

  /** One example of a message, as it would be on the channel. */
  record Example(String javaPackage, String channel, JsonNode message, JsonNode example) {

    Class<? extends ContractEvent> record() {
      String name = message.at("/payload/title").asString();
      try {
        return Class.forName(javaPackage + "." + name).asSubclass(ContractEvent.class);
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
    return DOCUMENTS.entrySet().stream()
        .flatMap(
            document ->
                channelsOf(document.getValue())
                    .flatMap(channel -> examplesOf(document.getKey(), channel)))
        .toList();
  }

  /** The addresses of the channels that operations with an action name. */
  static List<String> addresses(String action) {
    return DOCUMENTS.values().stream()
        .flatMap(
            document ->
                document
                    .get("operations")
                    .valueStream()
                    .filter(operation -> operation.get("action").asString().equals(action))
                    .map(operation -> operation.at("/channel/$ref").asString().substring(1))
                    .map(channel -> document.at(channel).get("address").asString()))
        .toList();
  }

  static List<String> addresses() {
    return DOCUMENTS.values().stream()
        .flatMap(EventDocument::channelsOf)
        .map(channel -> channel.get("address").asString())
        .toList();
  }

  private static Stream<Example> examplesOf(String javaPackage, JsonNode channel) {
    String address = channel.get("address").asString();
    return channel
        .get("messages")
        .valueStream()
        .flatMap(
            message ->
                message
                    .get("examples")
                    .valueStream()
                    .map(example -> new Example(javaPackage, address, message, example)));
  }

  private static Stream<JsonNode> channelsOf(JsonNode document) {
    return followed(document.get("channels").deepCopy(), document).valueStream();
  }

  private static JsonNode followed(JsonNode node, JsonNode document) {
    if (node.path("$ref").isString()) {
      JsonPointer target = JsonPointer.compile(node.get("$ref").asString().substring(1));
      return followed(document.at(target).deepCopy(), document);
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
}
