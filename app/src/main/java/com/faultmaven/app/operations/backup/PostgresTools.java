package com.faultmaven.app.operations.backup;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The programs of PostgreSQL's client, which find the database by their environment. */
final class PostgresTools {

  /** pgjdbc's names and libpq's, where they mean the same. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "PGHOST", "PGHOST",
          "PGPORT", "PGPORT",
          "PGDBNAME", "PGDATABASE",
          "sslmode", "PGSSLMODE",
          "sslrootcert", "PGSSLROOTCERT",
          "sslcert", "PGSSLCERT",
          "sslkey", "PGSSLKEY");

  private final JdbcConnectionDetails database;
  private final Properties address;

  PostgresTools(JdbcConnectionDetails database) {
    this.database = database;
    this.address = Objects.requireNonNull(Driver.parseURL(database.getJdbcUrl(), new Properties()));
  }

  String databaseName() {
    return address.getProperty("PGDBNAME");
  }

  /** The same database by statements. */
  DataSource dataSource() {
    DriverManagerDataSource source = new DriverManagerDataSource(database.getJdbcUrl());
    source.setUsername(database.getUsername());
    source.setPassword(database.getPassword());
    return source;
  }

  /** Whether it did what it was to; it says itself why not. */
  boolean run(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    Map<String, String> environment = builder.environment();
    VARIABLES.forEach((name, variable) -> put(environment, variable, address.getProperty(name)));
    put(environment, "PGUSER", database.getUsername());
    // not an argument, which everybody on the machine could read
    put(environment, "PGPASSWORD", database.getPassword());
    try {
      return builder.start().waitFor() == 0;
    } catch (IOException missing) {
      System.err.println(
          "There is no "
              + command[0]
              + ": install PostgreSQL's client, of the server's version or a later one.");
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void put(
      Map<String, String> environment, String variable, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      environment.put(variable, value);
    }
  }
}
