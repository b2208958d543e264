package com.faultmaven.bench;

import com.faultmaven.bench.data.Cases;
import com.faultmaven.bench.data.DataSet;
import com.faultmaven.bench.load.Once;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.process.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What PostgreSQL does for each read, as it says itself in its log. */
final class Plans {

  /** A prepared statement is planned anew five times, then perhaps for all values alike. */
  private static final int UNTIL_THE_LAST_PLAN = 25;

  private static final Pattern OF_READS = Pattern.compile("cases\\.|messages\\.|event_log");
  private static final Pattern OF_JOBS =
      Pattern.compile("for update|for key share|insert into|delete from|_progress|log_position");

  private final Preparation preparation;
  private final Postgres postgres;
  private final Path folder;

  /**
   * @param folder where the server writes its log
   */
  Plans(Preparation preparation, Postgres postgres, Path folder) {
    this.preparation = preparation;
    this.postgres = postgres;
    this.folder = folder;
  }

  /** On a service of its own, whose sessions explain. */
  Map<String, String> of(List<Operation> reads, DataSet data) throws Exception {
    Map<String, String> plans = new LinkedHashMap<>();
    execute("alter system set auto_explain.log_min_duration = 0", "select pg_reload_conf()");
    try (Service service = preparation.start(postgres.port(), "explained")) {
      Target target = Target.http(service.port());
      Cases cases = data.toRead(0, 1);
      for (Operation read : reads) {
        for (int n = 1; n < UNTIL_THE_LAST_PLAN; n++) {
          Once.send(target, read.request(cases.next(0)));
        }
        int before = log().length();
        Once.send(target, read.request(cases.next(0)));
        plans.put(read.title, plansIn(log().substring(before)));
      }
    } finally {
      execute("alter system reset auto_explain.log_min_duration", "select pg_reload_conf()");
    }
    return plans;
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("plans.log"));
  }

  /** Without those of work in the background. */
  private static String plansIn(String log) {
    return Arrays.stream(log.split("(?m)^(?=\\S)"))
        .filter(entry -> entry.contains("Query Text:"))
        .map(entry -> entry.substring(entry.indexOf('\n') + 1))
        .filter(entry -> OF_READS.matcher(entry).find() && !OF_JOBS.matcher(entry).find())
        .collect(Collectors.joining("\n"));
  }

  private void execute(String... commands) throws SQLException {
    try (Connection connection = postgres.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
