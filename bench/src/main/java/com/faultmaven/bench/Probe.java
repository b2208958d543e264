package com.faultmaven.bench;

import com.faultmaven.bench.data.Chosen;
import com.faultmaven.bench.load.Once;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.sql.Marks;
import com.faultmaven.bench.sql.Marks.Counter;
import com.faultmaven.bench.sql.Recorder;
import com.faultmaven.bench.sql.Recording;
import com.faultmaven.bench.sql.Replay;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A case of its own, on which operations are recorded. */
final class Probe implements Chosen {

  /** The driver prepares a statement when it is used for the fifth time. */
  private static final int TO_PREPARE = 30;

  private static final int MOST_TRIES = 50;
  private static final String MARKED_MESSAGE = "msg_0000000000000000";

  private final Recorder recorder;
  private final Target service;
  private final DataSource database;
  private final SplittableRandom random = new SplittableRandom(1);
  private String id = "case_000000000000";
  private boolean resolvesNext;

  Probe(Recorder recorder, Target service, DataSource database) throws IOException {
    this.recorder = recorder;
    this.service = service;
    this.database = database;
    String location = Once.send(service, Operation.CREATE_CASE.request(this)) + "\r\n";
    int start = location.indexOf("case_");
    this.id = location.substring(start, start + id.length());
  }

  /** The statements of an operation. */
  Replay record(Operation operation) throws IOException, SQLException {
    mark();
    for (int n = 0; n < TO_PREPARE; n++) {
      Once.send(service, operation.request(this));
    }
    for (int n = 0; n < MOST_TRIES; n++) {
      mark();
      Recording recording = recorder.record(() -> Once.send(service, operation.request(this)));
      if (recording.isSteady()) {
        return new Replay(recording, id, increments());
      }
    }
    throw new IllegalStateException(operation.title + " prepares statements again and again.");
  }

  /** So that the numbers are recognized in what is recorded. */
  private void mark() throws SQLException {
    execute(
        // that of the last run on a kept database, too
        "delete from messages.messages where message_id = '"
            + MARKED_MESSAGE
            + "' or case_id = '"
            + id
            + "'",
        "delete from cases.search_documents where turn > 0 and case_id = '" + id + "'",
        "delete from cases.status_changes where case_id = '" + id + "'",
        "update cases.cases set status = 'investigating', resolved_at = null, "
            + "version = "
            + Counter.VERSION.mark()
            + ", facts = "
            + Counter.FACTS.mark()
            + ", message_count = "
            + Counter.MESSAGES.mark()
            + ", status_changes = "
            + Counter.STATUS_CHANGES.mark()
            + " where case_id = '"
            + id
            + "'",
        "insert into messages.messages select '"
            + MARKED_MESSAGE
            + "', case_id, message_count, 'user',"
            + " 'Marked.', owner_id, '{}', now() from cases.cases where case_id = '"
            + id
            + "'");
    resolvesNext = false;
  }

  private long[] increments() throws SQLException {
    String columns =
        Arrays.stream(Counter.values())
            .map(counter -> counter.sql() + " - " + counter.mark())
            .collect(Collectors.joining(", "));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select " + columns + " from cases.cases c where case_id = '" + id + "'")) {
      rows.next();
      long[] increments = new long[Counter.values().length];
      for (int n : IntStream.range(0, increments.length).toArray()) {
        increments[n] = rows.getLong(n + 1);
      }
      return increments;
    }
  }

  private void execute(String... commands) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String owner() {
    return Marks.OWNER;
  }

  @Override
  public String word() {
    return Marks.WORD;
  }

  @Override
  public String newWord() {
    return Marks.NEW_WORD;
  }

  @Override
  public long[] counters() {
    return new long[Counter.values().length];
  }

  @Override
  public void add(long[] increments) {
    // the database knows
  }

  @Override
  public boolean resolvesNext() {
    resolvesNext = !resolvesNext;
    return resolvesNext;
  }

  @Override
  public SplittableRandom random() {
    return random;
  }
}
