package com.faultmaven.testing;

import com.faultmaven.contracts.ContractDocument;
import com.faultmaven.contracts.Contracts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What the documents promise, operation by operation, for tests that leave none out. */
public final class Operations {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private static final List<Operation> ALL =
      Contracts.packaged().documents().stream()
          .filter(ContractDocument::isOfApi)
          .flatMap(document -> of(document.content()).stream())
          .filter(operation -> operation.path().startsWith("/api/"))
          .toList();

  private Operations() {}

  /** Every operation of every version of an API. */
  public static List<Operation> all() {
    return ALL;
  }

  private static List<Operation> of(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    for (var path : document.at("/paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(
              new Operation(
                  method.getKey(),
                  path.getKey(),
                  queryOf(document, path.getValue(), method),
                  Set.copyOf(method.getValue().path("responses").propertyNames())));
        }
      }
    }
    return operations;
  }

  private static List<String> queryOf(
      JsonNode document, JsonNode path, Map.Entry<String, JsonNode> method) {
    return Stream.concat(
            path.path("parameters").valueStream(),
            method.getValue().path("parameters").valueStream())
        .map(parameter -> followed(document, parameter))
        .filter(parameter -> parameter.path("in").asString("").equals("query"))
        .map(parameter -> parameter.path("name").asString())
        .toList();
  }

  private static JsonNode followed(JsonNode document, JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(JsonPointer.compile(reference.substring(1)));
  }

  /**
   * One operation.
   *
   * @param method in lower case
   * @param path with its variables in braces
   * @param query the names of its query parameters
   * @param statuses those its answers may have
   */
  public record Operation(String method, String path, List<String> query, Set<String> statuses) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
