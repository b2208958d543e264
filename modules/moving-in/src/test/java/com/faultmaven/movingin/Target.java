package com.faultmaven.movingin;

import com.faultmaven.database.Migration;
import com.faultmaven.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A new database of this service, and the command import on it. */
final class Target {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  final String setting;
  final JdbcClient jdbc;
  private final Path report;

  /**
   * @param directory for its reports
   */
  Target(Path directory) {
    String name = "moved_" + DATABASES.incrementAndGet();
    JdbcClient.create(TestDatabase.dataSource()).sql("create database " + name).update();
    String address = "//localhost:" + TestDatabase.port() + "/" + name + "?user=postgres";
    setting = "--DATABASE_URL=postgresql:" + address;
    jdbc = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql:" + address));
    report = directory.resolve("report.jsonl");
    Migration.run(setting);
  }

  /** What a run of the command said, and how it ended. */
  record Run(int status, String said, Path report) {}

  Run run(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--report", report.toString(), setting));
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status = new ImportCommand().run(out, all.toArray(String[]::new));
    return new Run(status, said.toString(StandardCharsets.UTF_8), report);
  }

  Map<String, @Nullable Object> theCase(String id) {
    return jdbc.sql("select * from cases.cases where case_id = ?").param(id).query().singleRow();
  }

  /** As PostgreSQL writes it, in UTC. */
  String time(String id, String column) {
    return jdbc.sql(
            "select (" + column + " at time zone 'UTC')::text from cases.cases where case_id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  List<String> strings(String sql, Object... parameters) {
    return jdbc.sql(sql).params(List.of(parameters)).query(String.class).list();
  }

  /** All that a second run must not change. */
  String everything() {
    StringBuilder everything = new StringBuilder();
    for (String table :
        List.of(
            "cases.cases",
            "cases.status_changes",
            "messages.messages",
            "tags.case_tags",
            "movingin.cases")) {
      everything.append(
          jdbc.sql("select md5(string_agg(t::text, '|' order by t::text)) from " + table + " t")
              .query((row, number) -> table + " " + row.getString(1))
              .single());
    }
    return everything.toString();
  }
}
