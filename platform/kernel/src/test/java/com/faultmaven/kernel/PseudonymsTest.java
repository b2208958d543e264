package com.faultmaven.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private final UserId ada = new UserId("ada");

  @Test
  void tellUsersApartAndNameNobody() {
    assertThat(ada.pseudonym()).matches("[0-9a-f]{16}").isEqualTo(new UserId("ada").pseudonym());
    assertThat(ada.pseudonym()).isNotEqualTo(new UserId("grace").pseudonym());
  }

  @Test
  void cannotBeLookedUpWithoutTheKey() {
    Pseudonyms.use("one key of thirty-two characters".getBytes(StandardCharsets.UTF_8));
    String one = ada.pseudonym();
    Pseudonyms.use("another of thirty-two characters".getBytes(StandardCharsets.UTF_8));

    // the beginning of the SHA-256 of "ada", which anybody can compute
    assertThat(ada.pseudonym()).isNotEqualTo(one).isNotEqualTo("fdee430d40bd57de");
    Pseudonyms.use("one key of thirty-two characters".getBytes(StandardCharsets.UTF_8));
    assertThat(ada.pseudonym()).isEqualTo(one);
  }
}
