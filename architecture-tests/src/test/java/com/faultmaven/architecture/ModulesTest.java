package com.faultmaven.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.App;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependencies;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  /** The compile-time arrows of the design; what is missing here is forbidden. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("contracts", Set.of()),
          entry("kernel", Set.of()),
          entry("database", Set.of("kernel")),
          entry("jobs", Set.of("database", "kernel")),
          entry("web", Set.of("contracts", "database", "jobs", "kernel")),
          entry("messaging", Set.of("contracts", "database", "jobs", "kernel", "web")),
          entry("cases", Set.of("contracts", "database", "jobs", "kernel", "messaging")),
          entry("messages", Set.of("cases", "contracts", "kernel", "messaging", "web")),
          entry("tags", Set.of("cases", "contracts", "kernel", "web")),
          entry("casesv1", Set.of("cases", "contracts", "kernel", "tags", "web")),
          entry("app", Set.of("contracts", "database", "jobs", "kernel", "web")));

  private static final ApplicationModules MODULES = ApplicationModules.of(App.class);

  @Test
  void haveNoCyclesAndLeaveEachOthersInternalsAlone() {
    MODULES.verify();
  }

  @Test
  void dependOnlyWhereTheDesignHasAnArrow() {
    Set<String> modules =
        MODULES.stream()
            .map(module -> module.getIdentifier().toString())
            .collect(Collectors.toSet());
    assertThat(modules).isEqualTo(ARROWS.keySet());

    for (ApplicationModule module : MODULES) {
      ApplicationModuleDependencies dependencies = module.getDirectDependencies(MODULES);
      Set<String> targets =
          dependencies
              .uniqueModules()
              .map(target -> target.getIdentifier().toString())
              .collect(Collectors.toSet());
      String name = module.getIdentifier().toString();
      assertThat(ARROWS.getOrDefault(name, Set.of())).as(name).containsAll(targets);
    }
  }
}
