package com.faultmaven.bench;

import com.faultmaven.bench.data.Cases;
import com.faultmaven.bench.load.Message;
import com.faultmaven.bench.load.Requests;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What people do all day: four of five requests read. */
final class MixedDay implements Requests {

  static final String TITLE = "mixedDay";

  /** Of a hundred requests. */
  private static final Map<Operation, Integer> SHARES =
      new EnumMap<>(
          Map.of(
              Operation.GET_CASE, 40,
              Operation.LIST_CASES, 20,
              Operation.LIST_FILTERED, 8,
              Operation.SEARCH, 5,
              Operation.LIST_MESSAGES, 7,
              Operation.ADD_MESSAGE, 10,
              Operation.UPDATE_CASE, 5,
              Operation.CHANGE_STATUS, 2,
              Operation.CREATE_CASE, 3));

  private final Map<Operation, Cases> cases = new EnumMap<>(Operation.class);
  private final SplittableRandom random;

  /** Says which cases an operation is for. */
  interface Chooser {
    Cases of(Operation operation) throws SQLException;
  }

  MixedDay(Chooser chooser, long seed) throws SQLException {
    random = new SplittableRandom(seed);
    for (Operation operation : SHARES.keySet()) {
      cases.put(operation, chooser.of(operation));
    }
  }

  @Override
  public Message next(int connection) {
    int left = random.nextInt(100);
    for (var share : SHARES.entrySet()) {
      left -= share.getValue();
      if (left < 0) {
        Operation operation = share.getKey();
        return operation.request(cases(operation).next(connection));
      }
    }
    throw new IllegalStateException("The shares are not a hundred.");
  }

  private Cases cases(Operation operation) {
    Cases chosen = cases.get(operation);
    if (chosen == null) {
      throw new IllegalStateException("There are no cases for " + operation + ".");
    }
    return chosen;
  }
}
