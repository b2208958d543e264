package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.App;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import tools.jackson.databind.json.JsonMapper;

/** The file spares each start a scan of all classes; it is only as good as what it lists. */
class ModuleMetadataTest {

  @Test
  void listsEveryModule() throws IOException {
    List<String> modules =
        ApplicationModules.of(App.class).stream()
            .map(module -> module.getIdentifier().toString())
            .toList();

    try (InputStream file =
        new ClassPathResource(ApplicationModulesExporter.DEFAULT_LOCATION).getInputStream()) {
      assertThat(JsonMapper.shared().readTree(file).propertyNames())
          .containsExactlyInAnyOrderElementsOf(modules);
    }
  }
}
