package com.faultmaven.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class ContractsTest {

  private static final String PLAIN =
      """
      teams:
        title: Teams
        owner: teams
        versions:
          v1:
            document: openapi/teams.v1.yaml
            state: active
            audience: { people: [Teams] }
        events:
          document: asyncapi/teams-events.yaml
          aggregates: [team]
          audience: operators
      """;

  @Test
  void givesEveryDocumentOfTheManifest() {
    assertThat(Contracts.packaged().documents())
        .isNotEmpty()
        .allSatisfy(
            document ->
                assertThat(document.content().has(document.isOfApi() ? "openapi" : "asyncapi"))
                    .as(document.name())
                    .isTrue());
  }

  @Test
  void callsADocumentByItsContractUnlessToldOtherwise() {
    assertThat(read(PLAIN).documents())
        .containsExactly(
            new ContractDocument(
                "teams.v1",
                "openapi/teams.v1.yaml",
                "Teams v1",
                "/openapi/teams.v1",
                List.of(),
                "teams-v1"),
            new ContractDocument(
                "teams-events",
                "asyncapi/teams-events.yaml",
                "Teams events",
                "/asyncapi/teams-events",
                List.of(),
                "teams-events"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> read(PLAIN.replace("owner:", "owned-by:")))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("owned-by");
    assertThatThrownBy(() -> read(PLAIN).document("teams.v2"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("teams.v2");
  }

  private static Contracts read(String manifest) {
    return Contracts.read(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
  }
}
