package com.faultmaven.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Behind a gateway that passes on the organization a client claims. */
@TestPropertySource(properties = "faultmaven.identity.organization-from=none")
class OneOrganizationTest extends WebTest {

  @Test
  void believesNoClientAboutItsOrganization() {
    assertThat(organizationOf("acme")).isEqualTo("default");
    assertThat(organizationOf("acme", "other")).isEqualTo("default");
    assertThat(organizationOf("no name, that")).isEqualTo("default");
    assertThat(organizationOf()).isEqualTo("default");
  }

  private String organizationOf(String... claimed) {
    var request = asAlice("/api/test/caller");
    for (String organization : claimed) {
      request.header("X-Organization-ID", organization);
    }
    return json(send(request)).path("organization").asString();
  }
}
