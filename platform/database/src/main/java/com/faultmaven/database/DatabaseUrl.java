package com.faultmaven.database;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * What {@code DATABASE_URL} says, in pgjdbc's terms; the credentials beside the URL, which gets
 * logged.
 */
record DatabaseUrl(String jdbcUrl, @Nullable String username, @Nullable String password)
    implements JdbcConnectionDetails {

  private static final Pattern JDBC =
      Pattern.compile("jdbc:postgresql:(?<address>[^?]*)(\\?(?<query>.*))?");

  /** libpq's form, and SQLAlchemy's with the driver's name behind a plus sign. */
  private static final Pattern URI =
      Pattern.compile(
          "postgres(ql)?(\\+\\w+)?://"
              + "((?<user>[^:@/?#]*)(:(?<password>[^/?#]*))?@)?"
              + "(?<hosts>[\\w.,:\\[\\]-]*)(/(?<database>[^/?#]*))?(\\?(?<query>[^#]*))?");

  static DatabaseUrl parse(String text) {
    String url = text.strip();
    try {
      Matcher jdbc = JDBC.matcher(url);
      if (jdbc.matches()) {
        return of(jdbc.group("address"), Parameters.ofJdbc(jdbc.group("query")));
      }
      Matcher uri = URI.matcher(url);
      if (uri.matches()) {
        return of(address(uri), Parameters.ofLibpq(uri));
      }
    } catch (IllegalArgumentException malformedPercentEncoding) {
      // its message quotes what it could not decode, which may be the password
      throw UnusableDatabase.malformedUrl();
    }
    throw UnusableDatabase.notPostgres(url);
  }

  private static String address(Matcher uri) {
    String database = uri.group("database");
    String name = database == null ? "" : Parameters.encode(Parameters.decode(database));
    return "//" + uri.group("hosts") + "/" + name;
  }

  private static DatabaseUrl of(String address, Map<String, String> parameters) {
    String user = parameters.remove("user");
    String password = parameters.remove("password");
    String url = "jdbc:postgresql:" + address + Parameters.query(parameters);
    if (Driver.parseURL(url, null) == null) {
      throw UnusableDatabase.malformedUrl();
    }
    return new DatabaseUrl(url, user, password);
  }

  @Override
  public String getJdbcUrl() {
    return jdbcUrl;
  }

  @Override
  public @Nullable String getUsername() {
    return username;
  }

  @Override
  public @Nullable String getPassword() {
    return password;
  }

  @Override
  public String toString() {
    return jdbcUrl;
  }
}
