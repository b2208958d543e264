package com.faultmaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryTest {

  private static final String TABLE = "event_publication";

  @Test
  void hasAllSqlOnItsTableInOneClass() {
    Map<String, String> sources = Sources.of("platform", "modules", "app");
    sources.keySet().removeIf(file -> file.startsWith("platform/testing/"));

    assertThat(sources.entrySet())
        .as("The table is Modulith's: what an upgrade may change is looked for in one place")
        .filteredOn(source -> source.getValue().contains(TABLE))
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "platform/messaging/src/main/java/com/faultmaven/messaging/registry/RegistrySql.java");
  }
}
