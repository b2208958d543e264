package com.faultmaven.web.contract;

import com.faultmaven.contracts.ApiVersion;
import com.faultmaven.contracts.Contracts;
import com.networknt.schema.SchemaRegistry;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads the operations of all documents. */
final class OperationsReader {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final SchemaRegistry registry;
  private final PathTree paths = new PathTree();
  private final Map<Operation, RequestRules> rules = new HashMap<>();

  private OperationsReader(SchemaRegistry registry) {
    this.registry = registry;
  }

  /**
   * Those of the documents in the class path.
   *
   * @throws IllegalStateException if the documents contradict each other
   */
  static Operations read(Contracts contracts, SchemaRegistry registry) {
    OperationsReader reader = new OperationsReader(registry);
    eachVersion(
        contracts,
        (version, promised) ->
            promised.unmatched().forEach(path -> reader.paths.leave(path, version)));
    eachVersion(contracts, reader::addDocument);
    return new Operations(reader.paths, reader.rules);
  }

  private static void eachVersion(
      Contracts contracts, BiConsumer<ContractVersion, ApiVersion> consumer) {
    contracts
        .byName()
        .forEach(
            (contract, promised) ->
                promised
                    .versions()
                    .forEach(
                        (name, version) ->
                            consumer.accept(new ContractVersion(contract, name), version)));
  }

  private void addDocument(ContractVersion version, ApiVersion promised) {
    Place document = Place.top(registry, URI.create("classpath:/contracts/" + promised.document()));
    document
        .property("paths")
        .properties()
        .forEach(path -> addPath(version, document, path.getKey(), path.getValue()));
  }

  private void addPath(ContractVersion version, Place document, String path, Place item) {
    item.properties()
        .filter(method -> METHODS.contains(method.getKey()))
        .forEach(
            method ->
                add(
                    new OperationReader(document, item, method.getValue()),
                    version,
                    method.getKey(),
                    path));
  }

  private void add(OperationReader reader, ContractVersion version, String method, String path) {
    Operation operation = reader.operation(version, method, path);
    paths.add(operation);
    if (reader.isValidated()) {
      rules.put(operation, reader.rules());
    }
  }
}
