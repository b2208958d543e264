package com.faultmaven.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.contracts.ApiVersion.Moved;
import com.faultmaven.contracts.Contracts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.diagnostics.FailureAnalysis;
import tools.jackson.databind.json.JsonMapper;

class LifecyclePolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final Map<String, Map<String, String>> versions =
      new TreeMap<>(
          Map.of(
              "v1",
              new TreeMap<>(
                  Map.of(
                      "state", "deprecated",
                      "deprecated-since", "2026-06-01",
                      "sunset", "2027-06-30",
                      "successor", "v2",
                      "documentation", "/docs/migrating-v1-to-v2")),
              "v2",
              new TreeMap<>(Map.of("state", "active"))));

  private final Map<String, String> configuration = new TreeMap<>();
  private @Nullable Moved moved;

  @Test
  void servesWhatKeepsEveryRule() {
    assertThat(brokenRules()).isEmpty();
    assertThat(ending().all()).hasSize(1);
  }

  @Test
  void servesAnApiWithoutVersionsThatEnd() {
    versions.clear();
    assertThat(brokenRules()).isEmpty();
    assertThat(ending().all()).isEmpty();
  }

  @Test
  void givesExactlySixMonths() {
    configuration.put("versions.things.v1.sunset", "2026-12-01");
    assertThat(brokenRules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "versions.things.v1.sunset    | 2026-11-30 | at least 6 months to move, so it may end on 2026-12-01",
        "versions.things.v1.sunset    | 2026-06-01 | not after its deprecation on 2026-06-01",
        "v1.sunset           | 2026-01-01 | not after its deprecation on 2026-06-01",
        "v1.sunset           | -          | v1 ends, so it needs both deprecated-since and sunset",
        "v1.deprecated-since | -          | v1 ends, so it needs both deprecated-since and sunset",
        "v1.successor        | -          | v1 ends and names no successor",
        "v1.successor        | v3         | has the successor v3, which is no version of its contract",
        "v1.successor        | v1         | has the successor v1, which is not active itself",
        "v1.documentation    | -          | has no documentation to say how",
        "v1.state            | sunset     | its sunset is on 2027-06-30, which has not come",
        "v1.state            | active     | v1 is active, so it has no deprecated-since, sunset or successor",
        "old.state           | active     | old: a version is called v and a number",
        "required-newer-versions      | 2          | when 2 newer versions are active (required-newer-versions); there are 1",
        "required-newer-versions      | -1         | required-newer-versions cannot be negative",
        "flush-every                  | 0s         | flush-every must be a positive duration",
        "clients                      | other      | other cannot be counted by name",
        "clients                      | two words  | two words cannot be counted by name",
        "versions.things.v9.sunset    | 2027-06-30 | things.v9 is about a version no contract has",
        "versions.others.v1.sunset    | 2027-06-30 | others.v1 is about a version no contract has",
        "versions.things.v2.sunset    | 2027-06-30 | v2 is active, so it has no deprecated-since",
      })
  void refusesWhatBreaksARule(String property, String value, String rule) {
    if (property.matches("(v1|old)[.].*")) {
      String[] place = property.split("[.]");
      Map<String, String> version = version(place[0]);
      if (value == null) {
        version.remove(place[1]);
      } else {
        version.put(place[1], value);
      }
    } else {
      configuration.put(property, value);
    }
    assertThat(brokenRules()).anySatisfy(broken -> assertThat(broken).contains(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /api/v1/x/{id}  | /api/v2/x/{other}",
        "GET /api/v1/x/{id}  | api/v2/x/{id}",
        "GET /api/v1/x/{id}  | /api/v2/x/{id",
        "GET /api/v1/x/{id   | /api/v2/x",
        "get /api/v1/x       | /api/v2/x",
        "GET                 | /api/v2/x",
      })
  void refusesMovesThatLeadNowhere(String from, String to) {
    moved = new Moved(from, to);
    assertThat(brokenRules()).singleElement().asString().startsWith("moved from");
  }

  @Test
  void refusesAnOlderSuccessor() {
    version("v0").put("state", "active");
    version("v1").put("successor", "v0");
    assertThat(brokenRules())
        .containsExactly("things.v1 has the successor v0, which is not newer.");
  }

  @Test
  void namesEveryBrokenRuleAtOnce() {
    version("v1").put("sunset", "2026-07-01");
    version("v2").put("state", "deprecated");
    assertThatThrownBy(() -> ending())
        .isInstanceOfSatisfying(
            BrokenLifecycle.class,
            failure ->
                assertThat(new BrokenLifecycleAnalyzer().analyze(failure))
                    .extracting(FailureAnalysis::getDescription)
                    .asString()
                    .contains("at least 6 months")
                    .contains("successor v2, which is not active")
                    .contains("v2 ends and names no successor")
                    .contains("v1 may end when 1 newer versions are active")
                    .contains("v2 may end when 1 newer versions are active"));
  }

  @Test
  void endsAtOnceWhatIsInStateSunset() {
    version("v1").put("deprecated-since", "2025-01-01");
    version("v1").put("sunset", "2026-11-21");
    version("v1").put("state", "sunset");
    EndingVersion version = ending().all().iterator().next();
    assertThat(version.hasEnded(Instant.EPOCH)).isTrue();
  }

  private Map<String, String> version(String name) {
    return versions.computeIfAbsent(name, _ -> new TreeMap<>(Map.of("state", "active")));
  }

  private List<String> brokenRules() {
    ApiProperties api = bound();
    return LifecyclePolicy.brokenRules(ServedVersions.of(contracts(), api), api, TODAY);
  }

  private EndingVersions ending() {
    return EndingVersions.of(contracts(), bound(), TODAY);
  }

  /** JSON is YAML, too. */
  private Contracts contracts() {
    Map<String, Map<String, Object>> all = new TreeMap<>();
    versions.forEach(
        (name, version) -> {
          Map<String, Object> plan = new TreeMap<>(version);
          plan.put("document", "openapi/edge-test.yaml");
          if (moved != null && name.equals("v1")) {
            plan.put("moved", List.of(moved));
          }
          all.put(name, plan);
        });
    String manifest =
        "{\"things\":{\"title\":\"Things\",\"owner\":\"edge\",\"versions\":"
            + JsonMapper.shared().writeValueAsString(all)
            + "}}";
    return Contracts.read(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
  }

  private ApiProperties bound() {
    Map<String, String> properties = new TreeMap<>();
    configuration.forEach((name, value) -> properties.put("faultmaven.api." + name, value));
    return new Binder(
            List.of(new MapConfigurationPropertySource(properties)),
            null,
            ApplicationConversionService.getSharedInstance())
        .bindOrCreate("faultmaven.api", ApiProperties.class);
  }
}
