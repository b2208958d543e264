package com.faultmaven.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.diagnostics.FailureAnalysis;

class LifecyclePolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final Map<String, String> configuration =
      new TreeMap<>(
          Map.of(
              "versions.v1.prefix", "/api/v1",
              "versions.v1.state", "deprecated",
              "versions.v1.deprecated-since", "2026-06-01",
              "versions.v1.sunset", "2027-06-30",
              "versions.v1.successor", "v2",
              "versions.v1.documentation", "/docs/migrating-v1-to-v2",
              "versions.v2.prefix", "/api/v2"));

  @Test
  void servesWhatKeepsEveryRule() {
    assertThat(brokenRules()).isEmpty();
    assertThat(EndingVersions.of(bound(), TODAY).all()).hasSize(1);
  }

  @Test
  void servesAnApiWithoutVersionsThatEnd() {
    configuration.clear();
    assertThat(brokenRules()).isEmpty();
    assertThat(EndingVersions.of(bound(), TODAY).all()).isEmpty();
  }

  @Test
  void givesExactlySixMonths() {
    configuration.put("versions.v1.sunset", "2026-12-01");
    assertThat(brokenRules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "versions.v1.sunset           | 2026-11-30 | at least 6 months to move, so it may end on 2026-12-01",
        "versions.v1.sunset           | 2026-06-01 | not after its deprecation on 2026-06-01",
        "versions.v1.sunset           | 2026-01-01 | not after its deprecation on 2026-06-01",
        "versions.v1.sunset           | -          | v1 ends, so it needs both deprecated-since and sunset",
        "versions.v1.deprecated-since | -          | v1 ends, so it needs both deprecated-since and sunset",
        "versions.v1.successor        | -          | v1 ends and names no successor",
        "versions.v1.successor        | v3         | has the successor v3, which is no configured version",
        "versions.v1.successor        | v1         | has the successor v1, which is not active itself",
        "versions.v1.documentation    | -          | has no documentation to say how",
        "versions.v1.state            | sunset     | its sunset is on 2027-06-30, which has not come",
        "versions.v1.state            | active     | v1 is active, so it has no deprecated-since, sunset or successor",
        "versions.v1.prefix           | -          | v1 needs a prefix like /api/v1",
        "versions.v1.prefix           | /api/v1/   | v1 needs a prefix like /api/v1",
        "versions.v1.prefix           | /api/../v1 | v1 needs a prefix like /api/v1",
        "versions.v1.prefix           | /api/v2    | v1 has the prefix /api/v2, which v2 has already",
        "versions.v1.prefix           | /api/v2/v1 | v1 has the prefix /api/v2/v1, which v2 has already",
        "versions.old.prefix          | /api/old   | old: a version is called v and a number",
        "required-newer-versions      | 2          | when 2 newer versions are active (required-newer-versions); there are 1",
        "required-newer-versions      | -1         | required-newer-versions cannot be negative",
        "flush-every                  | 0s         | flush-every must be a positive duration",
        "clients                      | other      | other cannot be counted by name",
        "clients                      | two words  | two words cannot be counted by name",
        "versions.v1.moved[0].from    | /no/method | moved from \"/no/method\"",
      })
  void refusesWhatBreaksARule(String property, String value, String rule) {
    if (value == null) {
      configuration.remove(property);
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
    configuration.put("versions.v1.moved[0].from", from);
    configuration.put("versions.v1.moved[0].to", to);
    assertThat(brokenRules()).singleElement().asString().startsWith("moved from");
  }

  @Test
  void refusesAnOlderSuccessor() {
    configuration.put("versions.v0.prefix", "/api/v0");
    configuration.put("versions.v1.successor", "v0");
    assertThat(brokenRules()).containsExactly("v1 has the successor v0, which is not newer.");
  }

  @Test
  void namesEveryBrokenRuleAtOnce() {
    configuration.put("versions.v1.sunset", "2026-07-01");
    configuration.put("versions.v2.state", "deprecated");
    assertThatThrownBy(() -> EndingVersions.of(bound(), TODAY))
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
    configuration.put("versions.v1.deprecated-since", "2025-01-01");
    configuration.put("versions.v1.sunset", "2026-11-21");
    configuration.put("versions.v1.state", "sunset");
    EndingVersion version = EndingVersions.of(bound(), TODAY).all().getFirst();
    assertThat(version.hasEnded(Instant.EPOCH)).isTrue();
  }

  private List<String> brokenRules() {
    return LifecyclePolicy.brokenRules(bound(), TODAY);
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
