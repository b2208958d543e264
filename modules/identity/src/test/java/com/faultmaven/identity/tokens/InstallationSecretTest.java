package com.faultmaven.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class InstallationSecretTest {

  private final Path directory;
  private final MockEnvironment environment = new MockEnvironment();

  InstallationSecretTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void isMadeOnceInDevelopment() throws IOException {
    String first = secret().value().orElseThrow();

    assertThat(first).hasSize(64);
    assertThat(secret().value()).contains(first);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("identity-secret"));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isReadByItsOwnerAlone() throws IOException {
    assertThat(secret().value()).isPresent();

    assertThat(Files.getPosixFilePermissions(directory.resolve("identity-secret")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void isNotMadeInProduction() {
    environment.setActiveProfiles("production");

    assertThat(secret().value()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void isTakenFromTheSettingsUnlessItIsTooShort() {
    environment.setProperty("faultmaven.secret", "0123456789".repeat(4));
    assertThat(secret().value()).contains("0123456789".repeat(4));

    environment.setProperty("faultmaven.secret", "0123456789");
    assertThatIllegalStateException()
        .isThrownBy(() -> secret().value())
        .withMessageContaining("FAULTMAVEN_SECRET");
  }

  private InstallationSecret secret() {
    environment.setProperty("faultmaven.embedded-database.directory", directory.toString());
    return new InstallationSecret(environment, new SecureRandom());
  }
}
