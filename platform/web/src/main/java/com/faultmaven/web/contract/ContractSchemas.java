package com.faultmaven.web.contract;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.kernel.Violation;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of the contracts by name, for values that stand open in a request so that each is
 * checked by itself and one that is wrong stops no other.
 */
public final class ContractSchemas {

  private final Contracts contracts;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  ContractSchemas(Contracts contracts, SchemaRegistry registry) {
    this.contracts = contracts;
    this.registry = registry;
  }

  /**
   * Holds a value against a schema.
   *
   * @param name of the schema in the document of the version
   * @return what is wrong with it, 50 things at most; pointers lead into the value
   */
  public List<Violation> check(ContractVersion version, String name, JsonNode value) {
    Findings findings = new Findings();
    TextAndNumbers.check(value, Trail.START, findings);
    SchemaFindings.of(
            schemas.computeIfAbsent(version + "#" + name, _ -> read(version, name)), value)
        .forEach(violation -> findings.add(() -> violation));
    return findings.all();
  }

  private Schema read(ContractVersion version, String name) {
    String document =
        Objects.requireNonNull(
                Objects.requireNonNull(contracts.byName().get(version.contract()))
                    .versions()
                    .get(version.name()))
            .document();
    return Place.top(registry, URI.create("classpath:/contracts/" + document))
        .property("components")
        .property("schemas")
        .property(name)
        .schema();
  }
}
