package com.faultmaven.web.contract;

import com.networknt.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads from a document what requests for an operation are held to.
 *
 * @param parameters by where they are and what they are called
 */
record RulesReader(Place operation, Map<String, Place> parameters) {

  /** Have readers of their own, with rules a schema cannot say. */
  private static final Set<String> READ_ELSEWHERE =
      Set.of(
          "if-match",
          "if-none-match",
          "x-correlation-id",
          "x-request-id",
          "traceparent",
          "idempotency-key");

  /** A body that is streamed is held to nothing. */
  RequestRules rules() {
    boolean streamed = operation.text("x-body").equals("streamed");
    return new RequestRules(
        parametersIn("query"),
        parametersIn("header").entrySet().stream()
            .filter(header -> !isReadElsewhere(header.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        streamed ? Map.of() : bodies(),
        operation
            .property("requestBody")
            .property("content")
            .properties()
            .flatMap(type -> alone(type.getValue().property("schema").property("properties")))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The lists whose items the document says are checked by themselves. */
  private static Stream<String> alone(Place members) {
    return members
        .properties()
        .filter(it -> it.getValue().property("items").text("x-checked").equals("alone"))
        .map(Map.Entry::getKey);
  }

  private Map<String, Parameter> parametersIn(String where) {
    Map<String, Parameter> found = new LinkedHashMap<>();
    parameters.values().stream()
        .filter(place -> place.text("in").equals(where))
        .forEach(place -> found.put(place.text("name"), Parameter.of(place)));
    return found;
  }

  private static boolean isReadElsewhere(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return READ_ELSEWHERE.contains(name) || name.startsWith("x-user-");
  }

  private Map<String, Schema> bodies() {
    return operation
        .property("requestBody")
        .property("content")
        .properties()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, type -> type.getValue().property("schema").schema()));
  }
}
