package com.faultmaven.web.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A place in a contract document; references are followed on the way. */
record Place(SchemaRegistry registry, URI document, JsonPointer pointer) {

  static Place top(SchemaRegistry registry, URI document) {
    return new Place(registry, document, JsonPointer.empty());
  }

  JsonNode node() {
    return whole().getSchemaNode().at(pointer);
  }

  Place property(String name) {
    return new Place(registry, document, pointer.appendProperty(name)).followed();
  }

  Stream<Map.Entry<String, Place>> properties() {
    return node().propertyNames().stream().map(name -> Map.entry(name, property(name)));
  }

  Stream<Place> items() {
    return Stream.iterate(0, index -> index < node().size(), index -> index + 1)
        .map(index -> new Place(registry, document, pointer.appendIndex(index)).followed());
  }

  String text(String name) {
    return node().path(name).asString("");
  }

  /** The schema that stands here, ready to validate. */
  Schema schema() {
    // the registry would read the whole document again for each place in it, and keep it
    Schema schema = whole().getRefSchema(SchemaLocation.of("#" + pointer).getFragment());
    schema.initializeValidators();
    return schema;
  }

  private Schema whole() {
    return registry.getSchema(SchemaLocation.of(document.toString()));
  }

  private Place followed() {
    JsonNode reference = node().path("$ref");
    if (!reference.isString()) {
      return this;
    }
    URI target = document.resolve(reference.asString());
    String fragment = target.getFragment();
    URI file = URI.create(target.toString().replaceFirst("#.*", ""));
    return new Place(registry, file, JsonPointer.compile(fragment == null ? "" : fragment))
        .followed();
  }
}
