package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What clients are told before anybody has signed in, at both addresses they ask at. */
@ModuleTest
class CapabilitiesTest {

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"/v1/meta/capabilities", "/api/v1/meta/capabilities"})
  void sayWhatThisInstallationCanDo(String path) {
    Answer told = Api.on(port).with("Authorization", "Bearer nonsense").get(path).is(200);

    assertThat(told.header("Cache-Control")).isEqualTo("max-age=300");
    assertThat(told.text("/deploymentMode")).isEqualTo("self-hosted");
    assertThat(told.text("/kbManagement")).isEqualTo("dashboard");
    assertThat(told.at("/dashboardUrl").isNull()).isTrue();
    assertThat(told.at("/limits/maxFileBytes").asLong()).isEqualTo(10_485_760);
    assertThat(told.at("/limits").has("maxDocuments")).isFalse();
    assertThat(told.json().has("branding")).isFalse();
    assertThat(told.at("/features/teamSharing")).isEqualTo(told.at("/features/teamWorkspaces"));
    assertThat(told.at("/features/caseHistory").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/meta/capabilities", "/api/v1/meta/capabilities"})
  void areReadAgainOnlyWhenTheyHaveChanged(String path) {
    Answer told = Api.on(port).get(path).is(200);

    Answer same = Api.on(port).with("If-None-Match", told.header("ETag")).get(path).is(304);

    assertThat(same.header("ETag")).isEqualTo(told.header("ETag"));
    assertThat(same.header("Cache-Control")).isEqualTo("max-age=300");
    Api.on(port).with("If-None-Match", "\"another\"").get(path).is(200);
  }
}
