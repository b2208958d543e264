package com.faultmaven.bench.sql;

import static java.util.stream.Collectors.toMap;

import com.faultmaven.bench.load.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one connection of the service says to its database, and what it is answered. */
final class Session {

  private static final String TIMEOUT_OF_REQUESTS = "('statement_timeout', '8000'";

  private final byte[] startup;
  private final List<Exchange> preparation = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<String, Statement> statements = new HashMap<>();
  private Exchange current = new Exchange();
  private boolean started;
  private int ready;

  Session(byte[] startup) {
    this.startup = startup;
  }

  byte[] startup() {
    return startup;
  }

  synchronized void sent(byte[] message) {
    if (Protocol.type(message) == 'P') {
      Statement statement = Statement.of(message);
      statements.put(statement.name(), statement);
    }
    current.sent().add(message);
  }

  synchronized void received(byte[] message) {
    switch (Protocol.type(message)) {
      case 'C' -> current.tags().add(Protocol.string(message, 5));
      case 'Z' -> endExchange();
      default -> {}
    }
  }

  private void endExchange() {
    ready++;
    if (started && ready < current.answers()) {
      return;
    }
    ready = 0;
    if (started) {
      exchanges.add(current);
      // what the connection pool says before it lends the connection
      if (preparation.isEmpty() && current.mentions("set_config")) {
        preparation.addAll(exchanges);
      }
    }
    started = true;
    current = new Exchange();
  }

  synchronized void forget() {
    exchanges.clear();
  }

  synchronized List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** Whether the service serves requests with it, and does no background work. */
  synchronized boolean servesRequests() {
    return preparation.stream().anyMatch(exchange -> exchange.mentions(TIMEOUT_OF_REQUESTS));
  }

  synchronized Recording recording() {
    List<String> names =
        exchanges.stream()
            .flatMap(exchange -> exchange.sent().stream())
            .filter(message -> Protocol.type(message) == 'B')
            .map(message -> Bind.of(message).statement())
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return new Recording(
        greeting(names),
        exchanges,
        names.stream().map(this::statement).collect(toMap(Statement::name, one -> one)));
  }

  /** What another connection says to be in the state of this one. */
  private Statement statement(String name) {
    Statement statement = statements.get(name);
    if (statement == null) {
      throw new IllegalStateException("The statement " + name + " was never prepared.");
    }
    return statement;
  }

  private Message greeting(List<String> names) {
    List<byte[]> words = new ArrayList<>();
    List<Integer> answers = new ArrayList<>();
    words.add(startup);
    answers.add(1);
    for (Exchange exchange : preparation) {
      words.add(Protocol.concat(exchange.sent()));
      answers.add(exchange.answers());
    }
    for (String name : names) {
      words.add(
          Protocol.concat(List.of(statement(name).message(), Protocol.message('S', new byte[0]))));
      answers.add(1);
    }
    return Message.greeting(words, answers);
  }
}
