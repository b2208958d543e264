package com.faultmaven.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.contracts.gateway.v1.model.Capabilities;
import com.faultmaven.contracts.gateway.v1.model.CapabilityBranding;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.NestedExceptionUtils;
import tools.jackson.databind.json.JsonMapper;

class CapabilityDocumentTest {

  private static final String PREFIX = "faultmaven.capabilities";

  @Test
  void saysWhatIsConfigured() {
    Capabilities told =
        document(
                Map.of(
                    "deployment-mode", "enterprise",
                    "dashboard-url", "https://app.example.com",
                    "sso", "true",
                    "max-file-size", "50MB",
                    "allowed-extensions", ".log,.tar.gz",
                    "max-documents", "7",
                    "branding.name", "Example",
                    "branding.support-url", "https://example.com/help"),
                Set.of(),
                false)
            .content();

    assertThat(told.getDeploymentMode()).isEqualTo("enterprise");
    assertThat(told.getDashboardUrl().get()).isEqualTo("https://app.example.com");
    assertThat(told.getFeatures().getSso()).isTrue();
    assertThat(told.getLimits().getMaxFileBytes()).isEqualTo(52_428_800L);
    assertThat(told.getLimits().getAllowedExtensions()).containsExactly(".log", ".tar.gz");
    assertThat(told.getLimits().getMaxDocuments()).isEqualTo(7);
    CapabilityBranding branding = Objects.requireNonNull(told.getBranding());
    assertThat(branding.getName()).isEqualTo("Example");
    assertThat(branding.getSupportUrl()).isEqualTo("https://example.com/help");
    assertThat(branding.getLogoUrl()).isNull();
  }

  @Test
  void followsTheModules() {
    Capabilities all =
        document(Map.of(), Set.of("adminKB", "caseHistory", "unknown"), true).content();
    Capabilities none = document(Map.of(), Set.of(), false).content();

    assertThat(all.getFeatures().getAdminKB()).isTrue();
    assertThat(all.getFeatures().getCaseHistory()).isTrue();
    assertThat(all.getFeatures().getTeamWorkspaces()).isTrue();
    assertThat(all.getFeatures().getTeamSharing()).isTrue();
    assertThat(none.getFeatures().getAdminKB()).isFalse();
    assertThat(none.getFeatures().getCaseHistory()).isFalse();
    assertThat(none.getFeatures().getTeamWorkspaces()).isFalse();
  }

  @Test
  void hasAnotherTagWhenAnythingIsOther() {
    String tag = document(Map.of(), Set.of(), false).tag();

    assertThat(tag).matches("\"[0-9a-f]{16}\"");
    assertThat(document(Map.of(), Set.of(), false).tag()).isEqualTo(tag);
    assertThat(document(Map.of(), Set.of(), true).tag()).isNotEqualTo(tag);
    assertThat(document(Map.of("max-documents", "1"), Set.of(), false).tag()).isNotEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({
    "dashboard-url, app.example.com",
    "dashboard-url, javascript:alert(1)",
    "dashboard-url, https:///x",
    "branding.logo-url, ftp://example.com/x",
    "branding.support-url, https://example.com",
    "allowed-extensions, log",
    "allowed-extensions, .a/b",
    "max-file-size, -1B",
    "max-documents, -1",
  })
  void refusesSettingsThatNoClientCouldRead(String setting, String value) {
    assertThatThrownBy(() -> document(Map.of(setting, value), Set.of(), false))
        .satisfies(
            refused ->
                assertThat(NestedExceptionUtils.getMostSpecificCause(refused))
                    .hasMessageContaining(PREFIX));
  }

  private static CapabilityDocument document(
      Map<String, String> settings, Set<String> features, boolean teams) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put(PREFIX + "." + name, value));
    CapabilityProperties properties =
        new Binder(source).bindOrCreate(PREFIX, CapabilityProperties.class);
    return CapabilityDocument.of(properties, features, teams, JsonMapper.shared());
  }
}
