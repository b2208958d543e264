package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.App;
import com.faultmaven.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** What must be said before the service starts, and how it asks. */
@ExtendWith(OutputCaptureExtension.class)
class RequiredSettingsTest {

  private static final String[] GATEWAY = {
    "DATABASE_URL=postgresql://db/cases",
    "faultmaven.identity.trust-gateway=true",
    "faultmaven.identity.organization-from=none",
    "faultmaven.cors.origins=https://app.example.com"
  };
  private static final String[] STANDALONE = {
    "DATABASE_URL=postgresql://u:p@db/faultmaven",
    "faultmaven.identity.mode=standalone",
    "faultmaven.secret=thirty-two characters, or even more",
    "faultmaven.cors.origins=none"
  };
  private static final String[] TOKENS = {
    "DATABASE_URL=postgresql://db/cases",
    "faultmaven.identity.jwks-uri=https://id.example.com/keys",
    "faultmaven.identity.issuer=https://id.example.com",
    "faultmaven.identity.audience=cases",
    "faultmaven.identity.organization-from=claim",
    "faultmaven.cors.origins=none"
  };

  @Test
  void areNoneInDevelopmentThatBringsADatabase() {
    assertThat(RequiredSettings.missing(new MockEnvironment(), true)).isEmpty();
    assertThat(RequiredSettings.missing(new MockEnvironment(), false))
        .containsExactly(RequiredSettings.DATABASE);
  }

  @Test
  void areEnoughForProduction() {
    assertThat(RequiredSettings.missing(production(GATEWAY), false)).isEmpty();
    assertThat(RequiredSettings.missing(production(TOKENS), false)).isEmpty();
    assertThat(RequiredSettings.missing(production(STANDALONE), false)).isEmpty();
  }

  @Test
  void areEachAskedForInProduction() {
    for (boolean bringsDatabase : new boolean[] {true, false}) {
      assertThat(missingWithout(GATEWAY, 0, bringsDatabase)).isEqualTo(RequiredSettings.DATABASE);
    }
    assertThat(missingWithout(GATEWAY, 1, true)).isEqualTo(RequiredSettings.TRUST);
    assertThat(missingWithout(GATEWAY, 2, true)).isEqualTo(RequiredSettings.ORGANIZATIONS);
    assertThat(missingWithout(GATEWAY, 3, true)).isEqualTo(RequiredSettings.ORIGINS);
    assertThat(missingWithout(TOKENS, 1, true)).isEqualTo(RequiredSettings.TRUST);
    assertThat(missingWithout(TOKENS, 2, true)).isEqualTo(RequiredSettings.TOKENS);
    assertThat(missingWithout(TOKENS, 3, true)).isEqualTo(RequiredSettings.TOKENS);
    assertThat(missingWithout(STANDALONE, 2, true)).isEqualTo(RequiredSettings.SECRET);
  }

  @Test
  void areLongEnoughWhereTheyAreSecrets() {
    for (String[] settings : new String[][] {GATEWAY, STANDALONE}) {
      assertThat(
              RequiredSettings.missing(
                  production(settings).withProperty("faultmaven.secret", "s3cret"), false))
          .containsExactly(RequiredSettings.SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", " Production ", "PRODUCTION"})
  void areAllAskedForAtOnceInWords(String environment, CapturedOutput output) {
    assertRefused("--ENVIRONMENT=" + environment, "--DATABASE_URL= ");

    assertThat(output)
        .containsOnlyOnce(RequiredSettings.DATABASE)
        .containsOnlyOnce(RequiredSettings.TRUST)
        .containsOnlyOnce(RequiredSettings.ORGANIZATIONS)
        .containsOnlyOnce(RequiredSettings.ORIGINS)
        .doesNotContain("\tat ");
  }

  @Test
  void areAskedForUnderWhateverOtherProfile(CapturedOutput output) {
    assertRefused("--ENVIRONMENT=production", "--spring.profiles.active=eu");

    assertThat(output).contains(RequiredSettings.DATABASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "Produktion", "staging", "test"})
  void leaveNoDoubtWhetherThisIsProduction(String environment, CapturedOutput output) {
    assertRefused("--ENVIRONMENT=" + environment);

    assertThat(output)
        .containsOnlyOnce("ENVIRONMENT is \"" + environment + "\"")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "faultmaven.identity.jwksuri2=x, faultmaven.identity.jwksuri2",
    "faultmaven.cors.origin=*, faultmaven.cors.origin",
    "faultmaven.limits.bodi=1MB, faultmaven.limits.bodi"
  })
  void areNotTakenWhenMisspelt(String setting, String name, CapturedOutput output) {
    assertRefused(
        "--spring.datasource.url=" + TestDatabase.jdbcUrl(), "--server.port=0", "--" + setting);

    assertThat(output).contains(name).doesNotContain("\tat ");
  }

  private static void assertRefused(String... arguments) {
    assertThatThrownBy(() -> SpringApplication.run(App.class, arguments)).isNotNull();
  }

  private static String missingWithout(String[] settings, int left, boolean bringsDatabase) {
    List<String> others = new ArrayList<>(List.of(settings));
    String name = others.remove(left).split("=")[0];
    List<String> unset =
        RequiredSettings.missing(production(others.toArray(String[]::new)), bringsDatabase);
    others.add(name + "= ");
    List<String> blank =
        RequiredSettings.missing(production(others.toArray(String[]::new)), bringsDatabase);
    assertThat(unset).hasSize(1).isEqualTo(blank);
    return unset.getFirst();
  }

  private static MockEnvironment production(String... settings) {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles("production");
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      environment.setProperty(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return environment;
  }
}
