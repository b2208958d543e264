package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What members see of each other. */
public record Person(UserId id, String username, String displayName) {

  /** Of the columns {@code user_id}, {@code username} and {@code display_name}. */
  public static Person of(ResultSet row) throws SQLException {
    return new Person(
        new UserId(row.getString("user_id")),
        row.getString("username"),
        row.getString("display_name"));
  }
}
