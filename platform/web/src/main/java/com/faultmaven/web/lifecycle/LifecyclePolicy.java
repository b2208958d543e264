package com.faultmaven.web.lifecycle;

import com.faultmaven.web.lifecycle.ApiProperties.State;
import com.faultmaven.web.lifecycle.ApiProperties.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is owed to those who call a version that ends. */
final class LifecyclePolicy {

  static final int MONTHS_OF_NOTICE = 6;

  private static final Pattern NAME = Pattern.compile("v[0-9]{1,9}");
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");
  private static final Pattern CLIENT = Pattern.compile("[\\x21-\\x7E]{1,100}");

  private final ApiProperties api;
  private final LocalDate today;
  private final List<String> broken = new ArrayList<>();

  private LifecyclePolicy(ApiProperties api, LocalDate today) {
    this.api = api;
    this.today = today;
  }

  /** Every rule this configuration breaks, in words; empty if it may be served. */
  static List<String> brokenRules(ApiProperties api, LocalDate today) {
    LifecyclePolicy policy = new LifecyclePolicy(api, today);
    policy.check();
    return List.copyOf(policy.broken);
  }

  private void check() {
    require(api.requiredNewerVersions() >= 0, "required-newer-versions cannot be negative.");
    require(api.flushEvery().isPositive(), "flush-every must be a positive duration.");
    api.clients().forEach(this::checkClient);
    api.versions().forEach(this::checkVersion);
  }

  private void checkClient(String client) {
    require(
        CLIENT.matcher(client).matches() && !ClientNames.RESERVED.contains(client),
        "clients: %s cannot be counted by name; a name is 1 to 100 visible ASCII characters and neither"
            + " other nor unknown.",
        client);
  }

  private void checkVersion(String name, Version version) {
    if (!NAME.matcher(name).matches()) {
      broken("%s: a version is called v and a number.", name);
      return;
    }
    checkPrefix(name, version);
    if (version.state() == State.ACTIVE) {
      require(
          version.deprecatedSince() == null
              && version.sunset() == null
              && version.successor() == null,
          "%s is active, so it has no deprecated-since, sunset or successor; or its state is deprecated.",
          name);
    } else {
      checkDates(name, version);
      checkSuccessor(name, version);
      checkNewerVersions(name);
      require(
          version.documentation() != null, "%s ends and has no documentation to say how.", name);
      version.moved().forEach(moved -> MovedRoute.problemWith(moved).ifPresent(broken::add));
    }
  }

  private void checkPrefix(String name, Version version) {
    require(
        PREFIX.matcher(version.prefix()).matches(),
        "%s needs a prefix like /api/%s: segments of A-Za-z0-9._~-, no slash at the end.",
        name,
        name);
    for (Map.Entry<String, Version> other : api.versions().entrySet()) {
      require(
          other.getKey().equals(name)
              || !(version.prefix() + "/").startsWith(other.getValue().prefix() + "/"),
          "%s has the prefix %s, which %s has already.",
          name,
          version.prefix(),
          other.getKey());
    }
  }

  private void checkDates(String name, Version version) {
    LocalDate since = version.deprecatedSince();
    LocalDate sunset = version.sunset();
    if (since == null || sunset == null) {
      broken("%s ends, so it needs both deprecated-since and sunset.", name);
    } else if (!sunset.isAfter(since)) {
      broken("%s has its sunset on %s, not after its deprecation on %s.", name, sunset, since);
    } else {
      LocalDate earliest = since.plusMonths(MONTHS_OF_NOTICE);
      require(
          !sunset.isBefore(earliest),
          "%s is deprecated on %s and has its sunset on %s; callers get at least %d months to move, so it"
              + " may end on %s.",
          name,
          since,
          sunset,
          MONTHS_OF_NOTICE,
          earliest);
    }
    require(
        version.state() != State.SUNSET || sunset == null || !sunset.isAfter(today),
        "%s is in state sunset, but its sunset is on %s, which has not come; its state is deprecated.",
        name,
        sunset);
  }

  private void checkSuccessor(String name, Version version) {
    String successor = version.successor();
    if (successor == null) {
      broken("%s ends and names no successor.", name);
      return;
    }
    Version next = api.versions().get(successor);
    if (next == null) {
      broken("%s has the successor %s, which is no configured version.", name, successor);
    } else if (next.state() != State.ACTIVE) {
      broken("%s has the successor %s, which is not active itself.", name, successor);
    } else {
      require(
          !NAME.matcher(successor).matches() || number(successor) > number(name),
          "%s has the successor %s, which is not newer.",
          name,
          successor);
    }
  }

  private void checkNewerVersions(String name) {
    long newer =
        api.versions().entrySet().stream()
            .filter(other -> other.getValue().state() == State.ACTIVE)
            .filter(other -> NAME.matcher(other.getKey()).matches())
            .filter(other -> number(other.getKey()) > number(name))
            .count();
    require(
        newer >= api.requiredNewerVersions(),
        "%s may end when %d newer versions are active (required-newer-versions); there are %d.",
        name,
        api.requiredNewerVersions(),
        newer);
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(1));
  }

  private void require(boolean kept, String rule, @Nullable Object... details) {
    if (!kept) {
      broken(rule, details);
    }
  }

  private void broken(String rule, @Nullable Object... details) {
    broken.add(String.format(Locale.ROOT, rule, details));
  }
}
