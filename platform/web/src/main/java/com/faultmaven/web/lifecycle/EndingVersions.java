package com.faultmaven.web.lifecycle;

import com.faultmaven.web.lifecycle.ApiProperties.State;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions that are deprecated or have ended. */
record EndingVersions(List<EndingVersion> all) {

  /**
   * As configured.
   *
   * @throws BrokenLifecycle naming every rule the configuration breaks
   */
  static EndingVersions of(ApiProperties api, LocalDate today) {
    List<String> broken = LifecyclePolicy.brokenRules(api, today);
    if (!broken.isEmpty()) {
      throw new BrokenLifecycle(broken);
    }
    return new EndingVersions(
        api.versions().entrySet().stream()
            .filter(version -> version.getValue().state() != State.ACTIVE)
            .map(version -> EndingVersion.of(version.getKey(), version.getValue(), api))
            .toList());
  }

  /** The one this path belongs to, or null. */
  @Nullable EndingVersion at(@Nullable String path) {
    if (path != null) {
      for (EndingVersion version : all) {
        if (version.covers(path)) {
          return version;
        }
      }
    }
    return null;
  }

  String[] urlPatterns() {
    return all.stream().map(version -> version.prefix() + "/*").toArray(String[]::new);
  }
}
