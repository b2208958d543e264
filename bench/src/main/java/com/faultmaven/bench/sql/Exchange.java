package com.faultmaven.bench.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * What a client of PostgreSQL sends until it waits for the answer, and the command tags it gets.
 *
 * @param sent messages of the protocol, each with its type and length
 */
record Exchange(List<byte[]> sent, List<String> tags) {

  Exchange() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  /** How often the server says that it is ready. */
  int answers() {
    return Protocol.answers(sent);
  }

  boolean mentions(String text) {
    return sent.stream().anyMatch(message -> Protocol.text(message).contains(text));
  }
}
