package com.faultmaven.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.App;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The compile-time arrows of the design: contexts on the platform and on contracts, never back; one
 * context on another only where it says so.
 */
class ModulesTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(App.class);

  private static final String APPLICATION = "app";
  private static final String CONTRACTS = "contracts";

  /** Holds each module to those it allows itself, too. */
  @Test
  void haveNoCyclesAndLeaveEachOthersInternalsAlone() {
    MODULES.verify();
  }

  @Test
  void areThoseOfTheFoldersAndNoOthers() {
    Set<String> laidOut = union(Layout.platform(), Layout.contexts());
    laidOut.addAll(Set.of(APPLICATION, CONTRACTS));

    assertThat(laidOut).containsAll(modules().toList());
    assertThat(modules()).as("what the application contains").containsAll(Layout.contexts());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void sayWhatTheyDependOn(String module) throws ClassNotFoundException {
    ApplicationModule declared =
        Class.forName("com.faultmaven." + module + ".package-info")
            .getAnnotation(ApplicationModule.class);

    assertThat(declared).as("@ApplicationModule").isNotNull();
    // what stands there when nothing is named: all modules are allowed
    assertThat(declared.allowedDependencies()).doesNotContain(ApplicationModule.OPEN_TOKEN);
  }

  @Test
  void ofContractsDependOnNone() {
    assertThat(dependenciesOf(CONTRACTS)).isEmpty();
  }

  @Test
  void ofThePlatformKnowNoContext() {
    Set<String> below = union(Layout.platform(), Set.of(CONTRACTS));
    assertThat(modules().filter(Layout.platform()::contains))
        .isNotEmpty()
        .allSatisfy(module -> assertThat(below).as(module).containsAll(dependenciesOf(module)));
  }

  @Test
  void ofTheApplicationKnowNoContext() {
    assertThat(union(Layout.platform(), Set.of(CONTRACTS)))
        .containsAll(dependenciesOf(APPLICATION));
  }

  @Test
  void doNotDependOnTheApplication() {
    assertThat(modules())
        .allSatisfy(
            module -> assertThat(dependenciesOf(module)).as(module).doesNotContain(APPLICATION));
  }

  static Stream<String> modules() {
    return MODULES.stream().map(module -> module.getIdentifier().toString());
  }

  private static Set<String> dependenciesOf(String module) {
    return MODULES
        .getModuleByName(module)
        .orElseThrow()
        .getDirectDependencies(MODULES)
        .uniqueModules()
        .map(target -> target.getIdentifier().toString())
        .collect(toSet());
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
