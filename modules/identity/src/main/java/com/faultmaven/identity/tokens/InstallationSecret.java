package com.faultmaven.identity.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * What keys of this installation are encrypted under: FAULTMAVEN_SECRET; in development, unless
 * that is set, a file in the data directory. In production without it there are no own tokens.
 */
@Component
class InstallationSecret {

  private static final int LEAST = 32;
  private static final int BYTES = 32;

  private final Environment environment;
  private final RandomGenerator random;

  InstallationSecret(Environment environment, RandomGenerator random) {
    this.environment = environment;
    this.random = random;
  }

  /**
   * The secret, if there is one.
   *
   * @throws IllegalStateException if it is too short to be one
   */
  Optional<String> value() {
    String set = environment.getProperty("faultmaven.secret", "");
    if (StringUtils.hasText(set)) {
      if (set.length() < LEAST) {
        throw new IllegalStateException(
            "FAULTMAVEN_SECRET must have at least " + LEAST + " characters.");
      }
      return Optional.of(set);
    }
    return environment.acceptsProfiles(Profiles.of("production"))
        ? Optional.empty()
        : Optional.of(ofTheDataDirectory());
  }

  private String ofTheDataDirectory() {
    Path file =
        Path.of(
            environment.getProperty("faultmaven.embedded-database.directory", "data"),
            "identity-secret");
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readString(file).strip();
    } catch (IOException unusable) {
      throw new UncheckedIOException(
          "The secret in " + file + " cannot be read or made; set FAULTMAVEN_SECRET.", unusable);
    }
  }

  /** Whole or not at all, and for nobody else's eyes. */
  private void make(Path file) throws IOException {
    Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] made = new byte[BYTES];
    random.nextBytes(made);
    // for its owner alone, as temporary files are
    Path whole = Files.createTempFile(directory, "identity-secret", null);
    try {
      Files.writeString(whole, HexFormat.of().formatHex(made));
      Files.move(whole, file);
    } catch (FileAlreadyExistsException earlier) {
      // the one that another start has made meanwhile
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
