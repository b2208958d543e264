package com.faultmaven.movingin;

import com.faultmaven.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database as the original service makes it, in one of the forms it has had. */
final class Original implements AutoCloseable {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** The generations, each in both databases. */
  enum Form {
    SQLITE_1,
    SQLITE_2,
    POSTGRES_1,
    POSTGRES_2;

    boolean isSqlite() {
      return name().startsWith("SQLITE");
    }

    boolean isSecond() {
      return name().endsWith("2");
    }
  }

  final Form form;
  final String address;
  private final Connection connection;

  Original(Form form, Path directory) throws SQLException {
    this.form = form;
    String name = "original_" + DATABASES.incrementAndGet();
    String url;
    if (form.isSqlite()) {
      Path file = directory.resolve(name + ".db");
      address = "sqlite:" + file;
      url = "jdbc:sqlite:" + file;
    } else {
      JdbcClient.create(TestDatabase.dataSource()).sql("create database " + name).update();
      String rest = "//postgres@localhost:" + TestDatabase.port() + "/" + name;
      address = "postgresql+asyncpg:" + rest;
      url = "jdbc:postgresql://localhost:" + TestDatabase.port() + "/" + name + "?user=postgres";
    }
    connection = DriverManager.getConnection(url);
    for (String statement : schema().split(";")) {
      execute(statement);
    }
  }

  private String schema() {
    if (!form.isSecond()) {
      return form.isSqlite()
          ? FIRST.formatted("varchar(13)", "JSON", "DATETIME")
          : WORDS + FIRST.formatted("casestatus", "json", "timestamptz");
    }
    return form.isSqlite()
        ? SECOND.formatted("text", "text", "timestamp", "integer primary key autoincrement", "text")
        : MORE_WORDS
            + SECOND.formatted(
                "case_status", "json", "timestamptz", "serial primary key", "message_role");
  }

  private static final String WORDS =
      """
      create type casestatus as enum ('ACTIVE', 'INVESTIGATING', 'RESOLVED', 'ARCHIVED', 'CLOSED');
      """;

  private static final String FIRST =
      """
      create table cases (
        case_id varchar(50) primary key, user_id varchar(100) not null, session_id varchar(100),
        title varchar(200) not null, description text not null, status %1$s not null,
        severity varchar(8) not null, category varchar(14) not null, metadata %2$s not null,
        tags %2$s not null, created_at %3$s not null, updated_at %3$s not null, resolved_at %3$s)
      """;

  private static final String MORE_WORDS =
      """
      create type case_status as enum ('consulting', 'investigating', 'resolved', 'closed');
      create type message_role as enum ('user', 'assistant', 'system');
      """;

  private static final String SECOND =
      """
      create table cases (
        case_id varchar(17) primary key, user_id varchar(255) not null,
        organization_id varchar(255) not null, title varchar(200) not null,
        status %1$s not null default 'consulting', created_at %3$s not null, updated_at %3$s not null,
        last_activity_at %3$s, resolved_at %3$s, closed_at %3$s,
        consulting %2$s not null default '{"initial_description": ""}', metadata %2$s not null default '{}');
      create table case_messages (
        message_id varchar(20) primary key, case_id varchar(17) not null references cases on delete cascade,
        role %5$s not null, content text not null, "timestamp" %3$s not null default current_timestamp,
        metadata %2$s not null default '{}');
      create index idx_case_messages_case_id on case_messages (case_id);
      create table case_tags (
        tag_id %4$s, case_id varchar(17) not null, tag varchar(50) not null,
        created_at %3$s not null default current_timestamp, unique (case_id, tag));
      create table case_status_transitions (
        transition_id %4$s, case_id varchar(17) not null, from_status %1$s, to_status %1$s not null,
        reason text, transitioned_at %3$s not null, metadata %2$s not null default '{}');
      create table evidence (evidence_id varchar(15) primary key, case_id varchar(17) not null)
      """;

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Untyped, so that each database makes of it what it would of the original's values. */
  void update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        if (values[index] instanceof String text && !form.isSqlite()) {
          statement.setObject(index + 1, text, java.sql.Types.OTHER);
        } else {
          statement.setObject(index + 1, values[index]);
        }
      }
      statement.executeUpdate();
    }
  }

  /** A case as the form has it, which can be altered afterwards. */
  void addCase(String id, String user, String title) throws SQLException {
    if (form.isSecond()) {
      update(
          "insert into cases (case_id, user_id, organization_id, title, status, created_at, updated_at)"
              + " values (?, ?, 'acme', ?, 'consulting', ?, ?)",
          id,
          user,
          title,
          time("2025-01-02 03:04:05.123456"),
          time("2025-01-03 03:04:05.123456"));
    } else {
      update(
          "insert into cases (case_id, user_id, session_id, title, description, status, severity, category,"
              + " metadata, tags, created_at, updated_at)"
              + " values (?, ?, 's-1', ?, 'It is slow.', 'ACTIVE', 'HIGH', 'PERFORMANCE', ?, ?, ?, ?)",
          id,
          user,
          title,
          "{\"region\": \"eu\", \"n\": [1, 2.50]}",
          "[\"Prod\", \"db\", \"prod\", \" \"]",
          time("2025-01-02 03:04:05.123456"),
          time("2025-01-03 03:04:05.123456"));
    }
  }

  void addMessage(String id, String caseId, String role, String content, String at)
      throws SQLException {
    update(
        "insert into case_messages (message_id, case_id, role, content, \"timestamp\") values (?, ?, ?, ?, ?)",
        id,
        caseId,
        role,
        content,
        time(at));
  }

  /** In UTC, which SQLite's texts do not say. */
  private String time(String utc) {
    return form.isSqlite() ? utc : utc + "+00";
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
