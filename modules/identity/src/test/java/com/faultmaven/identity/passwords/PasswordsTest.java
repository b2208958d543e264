package com.faultmaven.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {

  /** What is no hash would be refused at once, and the time would tell who has an account. */
  @ParameterizedTest
  @ValueSource(ints = {4, 10})
  void compareWithAHashOfThatCostWhereThereIsNone(int cost) {
    String hash = Passwords.hashOfNobody(cost).substring("{bcrypt}".length());
    assertThat(new BCryptPasswordEncoder(cost).upgradeEncoding(hash)).isFalse();
    assertThat(new BCryptPasswordEncoder(cost + 1).upgradeEncoding(hash)).isTrue();
    assertThat(BCrypt.hashpw("any", hash)).hasSameSizeAs(hash).isNotEqualTo(hash);
  }
}
