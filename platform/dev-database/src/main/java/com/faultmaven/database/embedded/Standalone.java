package com.faultmaven.database.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The database without an application, on the loopback: prints its address and ends with its
 * standard input.
 */
final class Standalone {

  private Standalone() {}

  /**
   * Runs it.
   *
   * @param arguments the directory of its data
   */
  public static void main(String[] arguments) throws IOException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]))) {
      System.out.println(
          database.getJdbcUrl().replace("jdbc:postgresql://", "postgresql://postgres@"));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
