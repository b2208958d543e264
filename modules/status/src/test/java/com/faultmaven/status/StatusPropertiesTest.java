package com.faultmaven.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.kernel.OrganizationId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusPropertiesTest {

  private static final OrganizationId ACME = new OrganizationId("acme");

  @Test
  void publishNobodysStatusUnlessThatIsSaid() {
    assertThat(of(true).isPublicByDefault(OrganizationId.DEFAULT)).isTrue();
    assertThat(of(true).isPublicByDefault(ACME)).isFalse();
    assertThat(of(false).isPublicByDefault(OrganizationId.DEFAULT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "acme, acme, true",
    "acme, acme-2, false",
    "acme-*, acme-2, true",
    "acme-*, acme, false",
    "acme-*, other, false"
  })
  void openOrganizationsByTheirNamesOrHowTheyBegin(String open, String name, boolean isOpen) {
    assertThat(of(true, open).isOpen(new OrganizationId(name))).isEqualTo(isOpen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", " "})
  void neverOpenAllOfThem(String open) {
    assertThatThrownBy(() -> of(true, open)).hasMessageContaining("open-organizations");
  }

  @Test
  void nameTheRateThatCannotBeRead() {
    assertThatThrownBy(() -> new StatusProperties.Mail("20", "5/1d"))
        .hasMessageStartingWith("faultmaven.status.mail.requests: ");
    assertThatThrownBy(() -> new StatusProperties.Mail("20/1h", "never"))
        .hasMessageStartingWith("faultmaven.status.mail.confirmations: ");
  }

  private static StatusProperties of(boolean publicByDefault, String... open) {
    return new StatusProperties(
        Set.of("operator"),
        publicByDefault,
        List.of(open),
        false,
        new StatusProperties.Webhooks(false),
        new StatusProperties.Mail("20/1h", "5/1d"));
  }
}
