package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.web.contract.ContractVersion;
import com.faultmaven.web.contract.Route;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions that are deprecated or have ended. */
final class EndingVersions {

  private final Map<ContractVersion, EndingVersion> ending;

  private EndingVersions(Map<ContractVersion, EndingVersion> ending) {
    this.ending = ending;
  }

  /**
   * As the contracts say, on the days this installation gives them.
   *
   * @throws BrokenLifecycle naming every rule that is broken
   */
  static EndingVersions of(Contracts contracts, ApiProperties api, LocalDate today) {
    ServedVersions versions = ServedVersions.of(contracts, api);
    List<String> broken = LifecyclePolicy.brokenRules(versions, api, today);
    if (!broken.isEmpty()) {
      throw new BrokenLifecycle(broken);
    }
    return new EndingVersions(
        versions.all().stream()
            .filter(version -> !version.isActive())
            .collect(
                Collectors.toUnmodifiableMap(
                    ServedVersion::id, version -> endingOf(version, versions))));
  }

  private static EndingVersion endingOf(ServedVersion version, ServedVersions versions) {
    String successor = Objects.requireNonNull(version.plan().successor());
    return EndingVersion.of(version, versions.version(version.contract(), successor).orElseThrow());
  }

  Collection<EndingVersion> all() {
    return ending.values();
  }

  /** The one that answers there, or null. */
  @Nullable EndingVersion at(Route route) {
    return route.version() == null ? null : ending.get(route.version());
  }
}
