package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Where the page at /docs is, and where it is not. */
class DocsSwitchTest {

  @ParameterizedTest
  @CsvSource({
    "development, '', true",
    "development, false, false",
    "production, '', false",
    "production, True, true",
    "Production, false, false"
  })
  void isOffInProductionUnlessAskedFor(String environment, String enabled, boolean shown) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Documentation.class)
            .web(WebApplicationType.NONE)
            .run(
                "--ENVIRONMENT=" + environment,
                "--DOCS_ENABLED=" + enabled,
                "--DATABASE_URL=postgresql://db/cases",
                "--faultmaven.identity.trust-gateway=true",
                "--faultmaven.identity.organization-from=none",
                "--CORS_ORIGINS=none",
                "--logging.structured.format.console=")) {
      assertThat(context.getBeansOfType(ReferenceController.class)).hasSize(shown ? 1 : 0);
      assertThat(context.getBeansOfType(DocumentsController.class)).hasSize(1);
    }
  }

  @SpringBootConfiguration
  @Import({ReferenceController.class, DocumentsController.class})
  static class Documentation {}
}
