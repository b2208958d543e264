package com.faultmaven.movingin.original;

import com.faultmaven.cases.CaseId;
import com.faultmaven.messages.importing.ImportedMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The database of an original service, which is read and never written. All that is read before
 * {@link #refresh} is as it was at one moment.
 */
public final class Source implements AutoCloseable {

  private static final int ID_BYTES = 100;

  private final Connection connection;
  private final Dialect dialect;
  private final Tables tables;
  private final Limits limits;
  private final Query query;
  private final CaseReader cases;
  private final Strays strays;

  private Source(Connection connection, Dialect dialect, Limits limits) throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.limits = limits;
    this.tables = Tables.of(connection);
    this.query = new Query(connection, dialect, charset(connection, dialect));
    this.cases = new CaseReader(query, dialect, tables, limits);
    this.strays = new Strays(query, dialect, tables);
  }

  /**
   * Opens it.
   *
   * @throws UnusableSource if it cannot be reached, or is no database of the original's
   */
  public static Source open(SourceAddress address, Limits limits) {
    try {
      Connection connection = address.connect();
      try {
        return new Source(connection, address.dialect(), limits);
      } catch (SQLException | RuntimeException failure) {
        connection.close();
        throw failure;
      }
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(address.dialect(), failure);
    }
  }

  private static Charset charset(Connection connection, Dialect dialect) throws SQLException {
    if (dialect == Dialect.POSTGRES) {
      return StandardCharsets.UTF_8;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma encoding")) {
      return Charset.forName(row.next() ? row.getString(1) : "UTF-8");
    }
  }

  /** What can be said of its schema. */
  public String generation() {
    return (tables.isSecondGeneration() ? "second generation" : "first generation")
        + (tables.has("case_messages") ? "" : ", without messages");
  }

  public long countCases() {
    return query.number("select count(*) from cases");
  }

  /** Ids that divide the cases into so many parts of about one size, if there are enough. */
  public List<String> divide(int parts) {
    long cases = countCases();
    List<String> borders = new ArrayList<>();
    for (int part = 1; part < parts; part++) {
      query.run(
          "select "
              + new Columns(dialect, tables, "cases").with("case_id", ID_BYTES)
              + " from cases where "
              + dialect.isId("case_id")
              + " order by case_id limit 1 offset "
              + cases * part / parts,
          row -> {
            String id = text(row);
            if (borders.isEmpty() || !borders.getLast().equals(id)) {
              borders.add(id);
            }
            return false;
          });
    }
    return borders;
  }

  private static String text(Row row) throws SQLException {
    try {
      return row.required("case_id");
    } catch (UnusableValue impossible) {
      throw new IllegalStateException("the statement selects ids", impossible);
    }
  }

  /**
   * Reads the next cases in the order of their ids.
   *
   * @param after an id, or the empty string to begin with
   * @param upTo the last id; null if there is no end
   * @param most how many, about
   */
  public Batch read(String after, @Nullable String upTo, int most) {
    return cases.read(after, upTo, most);
  }

  /** Reads the conversations of cases one after the other, each from its beginning. */
  public void readMessages(
      Collection<CaseId> ids, Consumer<ImportedMessage> messages, Consumer<Remark> remarks) {
    if (!tables.has("case_messages") || ids.isEmpty()) {
      return;
    }
    String time =
        Columns.quoted(tables.has("case_messages", "timestamp") ? "timestamp" : "created_at");
    query.run(
        "select "
            + MessageMapping.columns(dialect, tables)
            + " from case_messages where "
            + dialect.among("case_id")
            + " order by case_id, "
            + dialect.inTime(time),
        new Conversations(new MessageMapping(limits, remarks), messages, remarks),
        ids.stream().map(CaseId::value).toList());
  }

  /** Tells of what {@link #read} never gives. */
  public void findStrays(Consumer<Remark> remarks) {
    strays.find(remarks);
  }

  /** How many rows it has of what has no place here, by table. */
  public Map<String, Long> leftBehind() {
    return strays.leftBehind();
  }

  /** From now on it is read as it is now. */
  public void refresh() {
    try {
      connection.rollback();
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(dialect, failure);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(dialect, failure);
    }
  }
}
