package com.faultmaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** A database that has applied a migration starts no version in which it is another one. */
class ReleasedMigrationsTest {

  private static final String LIST = "released-migrations.txt";

  @ParameterizedTest
  @MethodSource("released")
  void areWhatTheyWere(String sha256, String file) throws Exception {
    assertThat(sha256Of("db/migration/" + file))
        .as("Undo the change to %s, comments included, and add a migration instead.", file)
        .isEqualTo(sha256);
  }

  static List<Arguments> released() throws IOException {
    return new String(read(LIST), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arguments.of((Object[]) line.split(" ")))
        .toList();
  }

  private static String sha256Of(String resource) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(read(resource)));
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream file = new ClassPathResource(resource).getInputStream()) {
      return file.readAllBytes();
    }
  }
}
