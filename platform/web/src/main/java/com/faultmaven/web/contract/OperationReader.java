package com.faultmaven.web.contract;

import com.networknt.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from a document what an operation takes. */
final class OperationReader {

  /** Have readers of their own, with rules a schema cannot say. */
  private static final Set<String> READ_ELSEWHERE =
      Set.of("if-match", "if-none-match", "x-correlation-id", "traceparent", "idempotency-key");

  private OperationReader() {}

  static Operation read(Place operation, Place shared) {
    Map<String, Place> parameters = new LinkedHashMap<>();
    Stream.concat(shared.items(), operation.property("parameters").items())
        .forEach(place -> parameters.put(place.text("in") + " " + place.text("name"), place));
    return new Operation(
        parametersIn("query", parameters),
        parametersIn("header", parameters).entrySet().stream()
            .filter(header -> !isReadElsewhere(header.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        bodies(operation));
  }

  private static Map<String, Parameter> parametersIn(String where, Map<String, Place> parameters) {
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

  private static Map<String, Schema> bodies(Place operation) {
    return operation
        .property("requestBody")
        .property("content")
        .properties()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, type -> type.getValue().property("schema").schema()));
  }
}
