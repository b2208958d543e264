package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.ApiVersion;
import com.faultmaven.contracts.ApiVersion.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is owed to those who call a version that ends. */
final class LifecyclePolicy {

  static final int MONTHS_OF_NOTICE = 6;

  private static final Pattern NAME = Pattern.compile("v[0-9]{1,9}");
  private static final Pattern CLIENT = Pattern.compile("[\\x21-\\x7E]{1,100}");

  private final ServedVersions versions;
  private final ApiProperties api;
  private final LocalDate today;
  private final List<String> broken = new ArrayList<>();

  private LifecyclePolicy(ServedVersions versions, ApiProperties api, LocalDate today) {
    this.versions = versions;
    this.api = api;
    this.today = today;
  }

  /** Every rule these versions break, in words; empty if they may be served. */
  static List<String> brokenRules(ServedVersions versions, ApiProperties api, LocalDate today) {
    LifecyclePolicy policy = new LifecyclePolicy(versions, api, today);
    policy.check();
    return List.copyOf(policy.broken);
  }

  private void check() {
    require(api.requiredNewerVersions() >= 0, "required-newer-versions cannot be negative.");
    require(api.flushEvery().isPositive(), "flush-every must be a positive duration.");
    api.clients().forEach(this::checkClient);
    api.versions()
        .forEach(
            (contract, days) ->
                days.keySet()
                    .forEach(
                        name ->
                            require(
                                versions.version(contract, name).isPresent(),
                                "faultmaven.api.versions.%s.%s is about a version no contract has.",
                                contract,
                                name)));
    versions.all().forEach(this::checkVersion);
  }

  private void checkClient(String client) {
    require(
        CLIENT.matcher(client).matches() && !ClientNames.RESERVED.contains(client),
        "clients: %s cannot be counted by name; a name is 1 to 100 visible ASCII characters and neither"
            + " other nor unknown.",
        client);
  }

  private void checkVersion(ServedVersion version) {
    if (!NAME.matcher(version.name()).matches()) {
      broken("%s: a version is called v and a number.", version);
      return;
    }
    ApiVersion plan = version.plan();
    if (version.isActive()) {
      require(
          plan.deprecatedSince() == null && plan.sunset() == null && plan.successor() == null,
          "%s is active, so it has no deprecated-since, sunset or successor; or its state is deprecated.",
          version);
    } else {
      checkDates(version);
      checkSuccessor(version);
      checkNewerVersions(version);
      require(
          plan.documentation() != null, "%s ends and has no documentation to say how.", version);
      plan.moved().forEach(moved -> MovedRoute.problemWith(moved).ifPresent(broken::add));
    }
  }

  private void checkDates(ServedVersion version) {
    LocalDate since = version.plan().deprecatedSince();
    LocalDate sunset = version.plan().sunset();
    if (since == null || sunset == null) {
      broken("%s ends, so it needs both deprecated-since and sunset.", version);
    } else if (!sunset.isAfter(since)) {
      broken("%s has its sunset on %s, not after its deprecation on %s.", version, sunset, since);
    } else {
      LocalDate earliest = since.plusMonths(MONTHS_OF_NOTICE);
      require(
          !sunset.isBefore(earliest),
          "%s is deprecated on %s and has its sunset on %s; callers get at least %d months to move, so it"
              + " may end on %s.",
          version,
          since,
          sunset,
          MONTHS_OF_NOTICE,
          earliest);
    }
    require(
        version.plan().state() != State.SUNSET || sunset == null || !sunset.isAfter(today),
        "%s is in state sunset, but its sunset is on %s, which has not come; its state is deprecated.",
        version,
        sunset);
  }

  private void checkSuccessor(ServedVersion version) {
    String successor = version.plan().successor();
    if (successor == null) {
      broken("%s ends and names no successor.", version);
      return;
    }
    ServedVersion next = versions.version(version.contract(), successor).orElse(null);
    if (next == null) {
      broken("%s has the successor %s, which is no version of its contract.", version, successor);
    } else if (!next.isActive()) {
      broken("%s has the successor %s, which is not active itself.", version, successor);
    } else {
      require(
          !NAME.matcher(successor).matches() || next.number() > version.number(),
          "%s has the successor %s, which is not newer.",
          version,
          successor);
    }
  }

  private void checkNewerVersions(ServedVersion version) {
    long newer =
        versions.all().stream()
            .filter(other -> other.contract().equals(version.contract()) && other.isActive())
            .filter(other -> NAME.matcher(other.name()).matches())
            .filter(other -> other.number() > version.number())
            .count();
    require(
        newer >= api.requiredNewerVersions(),
        "%s may end when %d newer versions are active (required-newer-versions); there are %d.",
        version,
        api.requiredNewerVersions(),
        newer);
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
