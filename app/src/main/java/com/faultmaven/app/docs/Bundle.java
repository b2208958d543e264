package com.faultmaven.app.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document and everything it refers to in other files, as one document: what stood elsewhere
 * becomes a schema among its components, under the name it had there.
 */
final class Bundle {

  private final Map<URI, JsonNode> files = new HashMap<>();
  private final Map<String, URI> origins = new LinkedHashMap<>();
  private final URI main;
  private final ObjectNode schemas;

  private Bundle(URI main, ObjectNode root) {
    this.main = main;
    this.schemas = root.withObject("/components/schemas");
  }

  /**
   * @param path of the document in the class path
   * @throws IllegalStateException if two files mean different things by one name
   */
  static JsonNode of(String path) {
    URI main = URI.create(path);
    ObjectNode root = (ObjectNode) read(main);
    Bundle bundle = new Bundle(main, root);
    bundle.replaceAliases();
    bundle.pointInside(root, main);
    return root;
  }

  /** A component that is nothing but a reference to its namesake elsewhere becomes that. */
  private void replaceAliases() {
    for (Entry<String, JsonNode> component : schemas.properties()) {
      String reference = component.getValue().path("$ref").asString("#");
      if (!reference.startsWith("#")
          && nameOf(main.resolve(reference)).equals(component.getKey())) {
        origins.put(component.getKey(), main.resolve(reference));
      }
    }
    List.copyOf(origins.values()).forEach(this::addSchema);
  }

  private void pointInside(JsonNode node, URI file) {
    if (node instanceof ObjectNode object && object.path("$ref").isString()) {
      URI target = file.resolve(object.get("$ref").asString());
      if (!fileOf(target).equals(main)) {
        takeIn(target);
        object.put("$ref", "#/components/schemas/" + nameOf(target));
      }
    }
    List.copyOf(node.values()).forEach(child -> pointInside(child, file));
  }

  private void takeIn(URI target) {
    URI known = origins.putIfAbsent(nameOf(target), target);
    if (known == null && !schemas.has(nameOf(target))) {
      addSchema(target);
    } else if (!target.equals(known)) {
      throw new IllegalStateException(target + " bears the name of something else");
    }
  }

  private void addSchema(URI target) {
    JsonNode content = contentOf(target);
    schemas.set(nameOf(target), content);
    pointInside(content, fileOf(target));
  }

  private JsonNode contentOf(URI target) {
    JsonNode content = files.computeIfAbsent(fileOf(target), Bundle::read).at(target.getFragment());
    if (content.isMissingNode()) {
      throw new IllegalStateException("There is no " + target);
    }
    return content.deepCopy();
  }

  private static String nameOf(URI target) {
    return target.getFragment().substring(target.getFragment().lastIndexOf('/') + 1);
  }

  private static URI fileOf(URI target) {
    return URI.create(target.getPath());
  }

  private static JsonNode read(URI file) {
    try (InputStream document = new ClassPathResource(file.getPath()).getInputStream()) {
      return Yaml.read(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
