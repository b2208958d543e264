package com.faultmaven.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * A migration that this version brings.
 *
 * @param folder whose history tells of it
 * @param version null if it is none of the usual ones, which Flyway alone understands
 * @param checksum as Flyway writes it down
 */
record BroughtMigration(String folder, String script, @Nullable Integer version, int checksum) {

  private static final Pattern VERSIONED = Pattern.compile("V(\\d{1,9})__.+\\.sql");

  static BroughtMigration of(Resource file) throws IOException {
    String[] path = file.getURL().getPath().split("/");
    String script = path[path.length - 1];
    Matcher versioned = VERSIONED.matcher(script);
    Integer version = versioned.matches() ? Integer.valueOf(versioned.group(1)) : null;
    return new BroughtMigration(path[path.length - 2], script, version, checksum(file));
  }

  /** Of the lines, whatever ends them. */
  private static int checksum(Resource file) throws IOException {
    CRC32 sum = new CRC32();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sum.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (int) sum.getValue();
  }
}
