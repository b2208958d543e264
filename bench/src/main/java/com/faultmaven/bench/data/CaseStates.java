package com.faultmaven.bench.data;

import com.faultmaven.bench.sql.Marks.Counter;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What the cases of a pool count, which their next change needs to know. */
public final class CaseStates {

  static final CaseStates NONE = new CaseStates(0);

  private static final long[] NOTHING = new long[Counter.values().length];

  private final long[][] counters;
  private final BitSet resolved = new BitSet();

  private CaseStates(int cases) {
    counters = new long[cases + 1][];
  }

  /** As they are at the moment. */
  public static CaseStates read(DataSource database, DataSet data, int pool) throws SQLException {
    CaseStates states = new CaseStates(data.cases());
    String columns =
        Arrays.stream(Counter.values()).map(Counter::sql).collect(Collectors.joining(", "));
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select "
                    + columns
                    + ", status from cases.cases c where case_id = any(array(select 'case_' ||"
                    + " lpad(to_hex(n), 12, '0') from generate_series(?, ?, "
                    + Cases.POOLS
                    + ") n)) order by case_id")) {
      statement.setInt(1, 1 + pool);
      statement.setInt(2, data.cases());
      try (var rows = statement.executeQuery()) {
        for (int number = 1 + pool; rows.next(); number += Cases.POOLS) {
          long[] counted = new long[NOTHING.length];
          for (int n = 0; n < counted.length; n++) {
            counted[n] = rows.getLong(n + 1);
          }
          states.counters[number] = counted;
          states.resolved.set(number, rows.getString("status").equals("resolved"));
        }
      }
    }
    return states;
  }

  long[] of(int number) {
    return number < counters.length ? counters[number] : NOTHING;
  }

  void add(int number, long[] increments) {
    if (number < counters.length) {
      for (int n = 0; n < increments.length; n++) {
        counters[number][n] += increments[n];
      }
    }
  }

  boolean toggle(int number) {
    resolved.flip(number);
    return resolved.get(number);
  }
}
