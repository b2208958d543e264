package com.faultmaven.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the application does not start on the database it was given, and what its operator can do.
 */
class UnusableDatabase extends RuntimeException {

  private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][\\w+.-]*)://.*", Pattern.DOTALL);
  private static final String USE_POSTGRES =
      "Set DATABASE_URL to postgresql://user:password@host:5432/database.";

  /** For two leads that are held, and whatever takes one for a moment. */
  static final int BESIDE_LISTENERS = 4;

  final String action;

  private UnusableDatabase(String message, String action) {
    super(message);
    this.action = action;
  }

  /** Quotes of the URL only its scheme: the rest may be a password. */
  static UnusableDatabase notPostgres(String url) {
    Matcher scheme = SCHEME.matcher(url);
    String found = scheme.matches() ? " but of " + scheme.group(1) : "";
    return new UnusableDatabase(
        "DATABASE_URL is not the address of a PostgreSQL database" + found + ".", USE_POSTGRES);
  }

  static UnusableDatabase malformedUrl() {
    return new UnusableDatabase(
        "DATABASE_URL is not well-formed: a port is no number up to 65535, or a special character"
            + " of user, password or database name is not percent-encoded.",
        USE_POSTGRES);
  }

  static UnusableDatabase none() {
    return new UnusableDatabase(
        "No database is configured, and the packaged application brings none.",
        USE_POSTGRES + " mvn spring-boot:run brings one by itself.");
  }

  static UnusableDatabase pooledByTransaction() {
    return new UnusableDatabase(
        "A pooler in front of the database gives its sessions to several connections in turn"
            + " (PgBouncer's pool_mode transaction or statement), which breaks locks and settings.",
        "Set the pooler to pool_mode = session, or let DATABASE_URL lead to the database itself.");
  }

  static UnusableDatabase notMigrated(String folder, int pending) {
    return new UnusableDatabase(
        "The database lacks migrations of this version (%s of %s), and this process is not to migrate"
                .formatted(Integer.toString(pending), folder)
            + " (faultmaven.database.migrate=false).",
        "Run the command migrate of this version first.");
  }

  static UnusableDatabase tooFewConnections(int listeners) {
    return new UnusableDatabase(
        "faultmaven.database.background.connections is too small for "
            + listeners
            + " listeners (faultmaven.listeners.threads) and what works beside them.",
        "Set it to " + (listeners + BESIDE_LISTENERS) + " or more, or take fewer listeners.");
  }
}
