package com.faultmaven.web.contract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every operation the documents promise, by method and path. */
final class Contract {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** What is left of path patterns without the names of their variables. */
  private static final Map<String, String> SHAPES = new ConcurrentHashMap<>();

  private final Map<String, Operation> operations;

  private Contract(Map<String, Operation> operations) {
    this.operations = Map.copyOf(operations);
  }

  static Contract of(Stream<Place> documents) {
    Map<String, Operation> operations = new HashMap<>();
    documents
        .flatMap(document -> document.property("paths").properties())
        .forEach(path -> addOperations(operations, path.getKey(), path.getValue()));
    return new Contract(operations);
  }

  private static void addOperations(Map<String, Operation> operations, String path, Place item) {
    item.properties()
        .filter(entry -> METHODS.contains(entry.getKey()))
        .forEach(
            entry ->
                operations.put(
                    key(entry.getKey(), path),
                    OperationReader.read(entry.getValue(), item.property("parameters"))));
  }

  /** The operation that answers this method at this path pattern, or null. */
  @Nullable Operation operation(String method, String pattern) {
    return operations.get(key(method.equals("HEAD") ? "GET" : method, pattern));
  }

  /** A path variable may be called anything. */
  private static String key(String method, String path) {
    return method.toUpperCase(Locale.ROOT)
        + " "
        + SHAPES.computeIfAbsent(path, pattern -> pattern.replaceAll("\\{[^}]*}", "{}"));
  }
}
