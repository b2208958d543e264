package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.ApiVersion;
import com.faultmaven.contracts.Contracts;
import com.faultmaven.web.lifecycle.ApiProperties.Days;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of all contracts as they are served here. */
record ServedVersions(List<ServedVersion> all) {

  static ServedVersions of(Contracts contracts, ApiProperties api) {
    return new ServedVersions(
        contracts.byName().entrySet().stream()
            .flatMap(
                contract ->
                    contract.getValue().versions().entrySet().stream()
                        .map(
                            version ->
                                served(
                                    contract.getKey(), version.getKey(), version.getValue(), api)))
            .toList());
  }

  private static ServedVersion served(
      String contract, String name, ApiVersion version, ApiProperties api) {
    Days days = api.versions().getOrDefault(contract, Map.of()).get(name);
    return new ServedVersion(
        contract,
        name,
        days == null ? version : version.endingOn(days.deprecatedSince(), days.sunset()));
  }

  Optional<ServedVersion> version(String contract, String name) {
    return all.stream()
        .filter(version -> version.contract().equals(contract) && version.name().equals(name))
        .findAny();
  }
}
