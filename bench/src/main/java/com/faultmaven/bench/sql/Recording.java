package com.faultmaven.bench.sql;

import com.faultmaven.bench.load.Message;
import java.util.List;
import java.util.Map;

/**
 * What an operation of the service says to the database once its statements are prepared.
 *
 * @param greeting what a connection says before
 * @param exchanges one for each time it waits for the database
 * @param statements that are used, by their names
 */
public record Recording(
    Message greeting, List<Exchange> exchanges, Map<String, Statement> statements) {

  public Recording {
    exchanges = List.copyOf(exchanges);
    statements = Map.copyOf(statements);
  }

  /** Whether no statement was prepared on the way, which happens once for each connection. */
  public boolean isSteady() {
    return exchanges.stream()
        .flatMap(exchange -> exchange.sent().stream())
        .noneMatch(
            message -> Protocol.type(message) == 'P' && !Protocol.string(message, 5).isEmpty());
  }

  /** What the database says of each statement that it is done. */
  public List<String> tags() {
    return exchanges.stream().flatMap(exchange -> exchange.tags().stream()).toList();
  }
}
