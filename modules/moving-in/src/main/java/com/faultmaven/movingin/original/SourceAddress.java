package com.faultmaven.movingin.original;

import com.faultmaven.database.ConfiguredDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Where the original service keeps its data.
 *
 * @param name what it is remembered by, without credentials
 */
public record SourceAddress(
    String name,
    Dialect dialect,
    String jdbcUrl,
    @Nullable String user,
    @Nullable String password) {

  private static final int PATIENCE_MS = 5_000;

  /** The path alone, or SQLAlchemy's URL: a fourth slash begins an absolute path. */
  private static final Pattern SQLITE = Pattern.compile("sqlite(?:\\+\\w+)?:(?:///)?(.+)");

  /**
   * Reads an address as the original's {@code DATABASE_URL} or the command line has it.
   *
   * @throws UnusableSource if it leads nowhere; the message quotes no password
   */
  public static SourceAddress parse(String text) {
    Matcher sqlite = SQLITE.matcher(text.strip());
    if (sqlite.matches()) {
      return ofFile(Path.of(sqlite.group(1)).toAbsolutePath().normalize());
    }
    if (!text.strip().startsWith("postgres")) {
      throw UnusableSource.address("The source is neither SQLite nor PostgreSQL.");
    }
    try {
      var database = ConfiguredDatabase.at(text);
      String url = database.getJdbcUrl();
      String name = url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
      return new SourceAddress(
          name, Dialect.POSTGRES, url, database.getUsername(), database.getPassword());
    } catch (RuntimeException malformed) {
      throw UnusableSource.address("The address of the source is not well-formed.");
    }
  }

  private static SourceAddress ofFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw UnusableSource.address("There is no file " + file + ".");
    }
    return new SourceAddress("sqlite:" + file, Dialect.SQLITE, "jdbc:sqlite:" + file, null, null);
  }

  /** Connects for reading only. Each transaction sees one moment of the source. */
  public Connection connect() throws SQLException {
    Connection connection =
        dialect == Dialect.SQLITE ? DriverManager.getConnection(jdbcUrl, sqlite()) : postgres();
    connection.setAutoCommit(false);
    return connection;
  }

  private static Properties sqlite() {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(PATIENCE_MS);
    return config.toProperties();
  }

  private Connection postgres() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "faultmaven import");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    Connection connection = DriverManager.getConnection(jdbcUrl, properties);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set time zone 'UTC'");
      statement.execute("set datestyle = 'ISO'");
      statement.execute("set statement_timeout = 0");
    }
    return connection;
  }

  @Override
  public String toString() {
    return name;
  }
}
