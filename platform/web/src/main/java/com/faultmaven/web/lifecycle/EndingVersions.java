package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.Contracts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The versions that are deprecated or have ended. */
final class EndingVersions {

  /** A version and, if it ends, what its answers say about that. */
  private record Reach(ServedVersion version, @Nullable EndingVersion ending) {}

  /** The longest prefix first. */
  private final List<Reach> reaches;

  private EndingVersions(List<Reach> reaches) {
    this.reaches = reaches;
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
    Comparator<ServedVersion> byPrefix =
        Comparator.comparing(version -> version.plan().prefix().length());
    return new EndingVersions(
        versions.all().stream()
            .sorted(byPrefix.reversed())
            .map(version -> new Reach(version, endingOf(version, versions)))
            .toList());
  }

  private static @Nullable EndingVersion endingOf(ServedVersion version, ServedVersions versions) {
    if (version.isActive()) {
      return null;
    }
    String successor = Objects.requireNonNull(version.plan().successor());
    return EndingVersion.of(version, versions.version(version.contract(), successor).orElseThrow());
  }

  List<EndingVersion> all() {
    return reaches.stream().map(Reach::ending).filter(Objects::nonNull).toList();
  }

  /** The one this path belongs to, or null. */
  @Nullable EndingVersion at(@Nullable String path) {
    if (path != null) {
      for (Reach reach : reaches) {
        if (reach.version().covers(path)) {
          return reach.ending();
        }
      }
    }
    return null;
  }

  String[] urlPatterns() {
    return all().stream().map(version -> version.prefix() + "/*").toArray(String[]::new);
  }
}
