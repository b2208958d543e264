package com.faultmaven.contracts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of a contract.
 *
 * @param document its AsyncAPI document
 * @param aggregates what the events this service produces are about
 * @param audience {@code people} or {@code operators}
 * @param address where its document is given, without the form
 * @param slug what it is called in addresses
 */
public record EventContract(
    String document,
    List<String> aggregates,
    String audience,
    @Nullable String address,
    @Nullable String slug) {

  ContractDocument describedBy(String contract, String title) {
    String name = contract + "-events";
    return new ContractDocument(
        name,
        document,
        title + " events",
        Objects.requireNonNullElse(address, "/asyncapi/" + name),
        List.of(),
        Objects.requireNonNullElse(slug, name));
  }
}
