package com.faultmaven.database.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.Collectors;

/**
 * A process of its own on the embedded database: stores one row, says so, and waits to be killed.
 */
class OtherJvm implements AutoCloseable {

  private static final String STORED = "stored";

  private final Process process;
  private final BufferedReader output;

  private OtherJvm(Process process, BufferedReader output) {
    this.process = process;
    this.output = output;
  }

  static void main(String[] arguments) throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists survivor (name text)");
      statement.execute("insert into survivor values ('row')");
      System.out.println(STORED);
      System.in.read();
    }
  }

  static Connection connect(EmbeddedDatabase database) throws Exception {
    return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), "");
  }

  /** Returns when the row is committed. */
  static OtherJvm storingARowIn(Path directory) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherJvm.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader output = process.inputReader(UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(STORED)) {
        return new OtherJvm(process, output);
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("ended without storing anything: " + said);
  }

  /** What it says until it ends by itself. */
  String rest() {
    return output.lines().collect(Collectors.joining("\n"));
  }

  int exitValue() throws InterruptedException {
    return process.waitFor();
  }

  long pid() {
    return process.pid();
  }

  /** SIGKILL: no hook runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
