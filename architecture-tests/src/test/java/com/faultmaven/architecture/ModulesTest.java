package com.faultmaven.architecture;

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
      Map.of(
          "contracts", Set.of(),
          "edge", Set.of("contracts"),
          "cases", Set.of("contracts", "edge"),
          "messages", Set.of("cases", "contracts", "edge"),
          "tags", Set.of("cases", "contracts", "edge"),
          "events", Set.of("contracts", "edge"),
          "v1", Set.of("cases", "tags", "contracts", "edge"),
          "app", Set.of("edge"));

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
