package com.faultmaven.app.operations.check;

import com.faultmaven.database.Migration;
import com.faultmaven.kernel.Finding;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Looks at the database, and compares its clock with that of this machine. */
final class DatabaseCheck {

  private static final int OLDEST_VERSION = 15;
  private static final Duration TOLERATED = Duration.ofSeconds(1);
  private static final String DATABASE = "database";
  private static final String CLOCK = "clock";

  private static final String LOOK =
      """
      select current_setting('server_version') as version,
        current_setting('server_version_num')::int / 10000 as major,
        current_setting('server_encoding') as encoding,
        pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as read_only,
        exists (select from pg_available_extensions where name = 'btree_gist') as btree_gist,
        clock_timestamp() as clock
      """;

  private final JdbcConnectionDetails details;
  private final String[] settings;
  private final Clock clock;

  DatabaseCheck(JdbcConnectionDetails details, String[] settings, Clock clock) {
    this.details = details;
    this.settings = settings;
    this.clock = clock;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      Instant before = clock.instant();
      try (ResultSet row = statement.executeQuery(LOOK)) {
        row.next();
        Instant after = clock.instant();
        findings.add(server(row));
        findings.add(clock(row.getObject("clock", OffsetDateTime.class), before, after));
      }
    } catch (SQLException e) {
      return List.of(Finding.bad(DATABASE, words(e)));
    }
    if (findings.getFirst().isGood()) {
      findings.add(
          Migration.obstacle(settings)
              .map(words -> Finding.bad("migrations", words))
              .orElse(Finding.good("migrations", "all that this version has")));
    }
    return findings;
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    if (details.getUsername() != null) {
      properties.setProperty("user", details.getUsername());
    }
    if (details.getPassword() != null) {
      properties.setProperty("password", details.getPassword());
    }
    return DriverManager.getConnection(details.getJdbcUrl(), properties);
  }

  private static Finding server(ResultSet row) throws SQLException {
    String version = row.getString("version");
    String encoding = row.getString("encoding");
    if (row.getInt("major") < OLDEST_VERSION) {
      return Finding.bad(DATABASE, "It is PostgreSQL " + version + "; 15 or later is needed.");
    }
    if (!Objects.equals(encoding, "UTF8")) {
      return Finding.bad(DATABASE, "Its encoding is " + encoding + "; create it with UTF8.");
    }
    if (row.getBoolean("read_only")) {
      return Finding.bad(
          DATABASE, "It is read-only, a standby perhaps; let DATABASE_URL lead to the primary.");
    }
    if (!row.getBoolean("btree_gist")) {
      return Finding.bad(
          DATABASE,
          "It lacks the extension btree_gist, which comes with PostgreSQL (in some distributions as"
              + " a package postgresql-contrib); install it on the server.");
    }
    return Finding.good(DATABASE, "PostgreSQL " + version);
  }

  private static Finding clock(OffsetDateTime database, Instant before, Instant after) {
    Duration ahead = Duration.between(database.toInstant(), before);
    Duration behind = Duration.between(after, database.toInstant());
    if (ahead.compareTo(TOLERATED) > 0) {
      return Finding.bad(CLOCK, differs(ahead, "ahead of"));
    }
    if (behind.compareTo(TOLERATED) > 0) {
      return Finding.bad(CLOCK, differs(behind, "behind"));
    }
    return Finding.good(CLOCK, "that of the database");
  }

  private static String differs(Duration by, String how) {
    return "This machine's clock is %s s %s the database's; let both follow a time server."
        .formatted(Long.toString(Math.max(1, by.toSeconds())), how);
  }

  private static String words(SQLException failure) {
    if (failure.getCause() instanceof UnknownHostException unknown) {
      return "Its host is unknown: " + unknown.getMessage() + ".";
    }
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return switch (state) {
      case "28000", "28P01" -> "It refuses the user or the password of DATABASE_URL.";
      case "3D000" -> "The server has no database of that name; create it with encoding UTF8.";
      case "53300" -> "It has no connection left; raise max_connections.";
      case "08001", "08004", "08006" -> "It cannot be reached: " + failure.getMessage();
      default -> "It refuses the connection: " + failure.getMessage();
    };
  }
}
