package com.faultmaven.app.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * An example of a document and the schema it is an example of.
 *
 * @param place of the example in the document
 * @param schema where in the document its schema is
 */
record Example(JsonPointer place, JsonPointer schema, JsonNode value) {

  private static final Set<String> DATA = Set.of("example", "examples", "default", "const", "enum");

  /** Every example of a document without references to other files. */
  static List<Example> in(JsonNode document) {
    List<Example> found = new ArrayList<>();
    collect(document, JsonPointer.empty(), document, found);
    return found;
  }

  private static void collect(
      JsonNode node, JsonPointer place, JsonNode document, List<Example> found) {
    JsonPointer schema = node.has("schema") ? place.appendProperty("schema") : place;
    if (node.has("example")) {
      found.add(new Example(place.appendProperty("example"), schema, node.get("example")));
    }
    JsonPointer examples = place.appendProperty("examples");
    for (int i = 0; node.path("examples").isArray() && i < node.get("examples").size(); i++) {
      found.add(new Example(examples.appendIndex(i), schema, node.get("examples").get(i)));
    }
    if (node.path("examples").isObject() && node.has("schema")) {
      for (Entry<String, JsonNode> named : node.get("examples").properties()) {
        JsonPointer at = examples.appendProperty(named.getKey());
        found.add(new Example(at, schema, resolve(named.getValue(), document).get("value")));
      }
    }
    node.properties().stream()
        .filter(property -> !DATA.contains(property.getKey()))
        .forEach(
            property ->
                collect(
                    property.getValue(), place.appendProperty(property.getKey()), document, found));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), place.appendIndex(i), document, found);
    }
  }

  /** The name of the component its schema is, or the empty string. */
  String schemaName(JsonNode document) {
    JsonPointer named = schema;
    while (document.at(named).has("$ref")) {
      named = JsonPointer.compile(document.at(named).get("$ref").asString().substring(1));
    }
    return named.toString().matches("/components/schemas/[^/]+")
        ? named.last().getMatchingProperty()
        : "";
  }

  private static JsonNode resolve(JsonNode node, JsonNode document) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }
}
