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
          .flatMap(document -> of(document.name(), document.content()).stream())
          .filter(operation -> operation.path().matches("/(api|v1)/.*"))
          .toList();

  private Operations() {}

  /** Every operation of every version of an API. */
  public static List<Operation> all() {
    return ALL;
  }

  /** The documents that have operations, in the order of the manifest. */
  public static List<String> documents() {
    return ALL.stream().map(Operation::document).distinct().toList();
  }

  /** Every operation of one document. */
  public static List<Operation> of(String document) {
    return ALL.stream().filter(operation -> operation.document().equals(document)).toList();
  }

  private static List<Operation> of(String name, JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    for (var path : document.at("/paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(
              new Operation(
                  name,
                  method.getValue().path("operationId").asString(),
                  method.getKey(),
                  path.getKey(),
                  queryOf(document, path.getValue(), method),
                  Set.copyOf(method.getValue().path("responses").propertyNames()),
                  method.getValue().path("security").isArray()
                      && method.getValue().path("security").isEmpty(),
                  method.getValue().path("x-answers").asString("").equals("never-stored"),
                  method.getValue().path("security").valueStream().anyMatch(JsonNode::isEmpty),
                  method.getValue().path("description").asString("")));
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
   * @param document the name of the document that promises it
   * @param id its operationId, unique in its document
   * @param method in lower case
   * @param path with its variables in braces
   * @param query the names of its query parameters
   * @param statuses those its answers may have
   * @param open whether nobody is asked who calls
   * @param neverStored whether nobody may keep its answers
   * @param callerOptional whether somebody who does not say who they are may call it too
   * @param description what it does, in words
   */
  public record Operation(
      String document,
      String id,
      String method,
      String path,
      List<String> query,
      Set<String> statuses,
      boolean open,
      boolean neverStored,
      boolean callerOptional,
      String description) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
