package com.faultmaven.web.contract;

import com.networknt.schema.Schema;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A query parameter or header field of the contract.
 *
 * @param repeatable whether it may be sent several times
 * @param multiline whether it may have tabs, line breaks and other control characters
 * @param kind what a single value looks like
 */
record Parameter(
    String name,
    boolean required,
    boolean repeatable,
    boolean multiline,
    Kind kind,
    Schema schema) {

  static Parameter of(Place place) {
    Place schema = place.property("schema");
    boolean repeatable = Kind.typeOf(schema).equals("array");
    if (place.node().has("content") || place.node().path("explode").asString("").equals("false")) {
      throw new IllegalStateException(
          place.text("name") + ": only form style, exploded, is read from parameters");
    }
    return new Parameter(
        place.text("name"),
        place.node().path("required").asBoolean(false),
        repeatable,
        schema.node().path("x-multiline").asBoolean(false),
        Kind.of(repeatable ? schema.property("items") : schema),
        schema.schema());
  }

  void check(List<String> values, Findings findings) {
    if (values.isEmpty()) {
      if (required) {
        findings.add(() -> Say.missingParameter(name));
      }
    } else if (values.size() > 1 && !repeatable) {
      findings.add(() -> Say.repeatedParameter(name));
    } else if (values.stream().anyMatch(this::hasForbidden)) {
      findings.add(() -> Say.controlsInParameter(name, multiline));
    } else {
      checkSound(values, findings);
    }
  }

  private boolean hasForbidden(String value) {
    return multiline ? TextAndNumbers.hasUnstorable(value) : TextAndNumbers.hasControls(value);
  }

  private void checkSound(List<String> values, Findings findings) {
    ArrayNode read = JsonNodeFactory.instance.arrayNode();
    for (String value : values) {
      Optional<JsonNode> node = kind.read(value);
      if (node.isEmpty()) {
        findings.add(() -> Say.wrongParameterType(name, kind));
        return;
      }
      read.add(node.get());
    }
    SchemaFindings.ofParameter(name, schema, repeatable ? read : read.get(0))
        .forEach(violation -> findings.add(() -> violation));
  }
}
