package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Operations.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every operation of every document at least once, in an order in which each finds what it needs:
 * that of the modules' tables of {@code walks}, whose columns are method, path, body, the status of
 * the answer, how many statements it takes and how many of them write, and names by which later
 * rows refer to parts of the answer, in braces. {@code user} is the caller, {@code word} a word
 * that is in no other walk.
 */
public final class Walk {

  private final String document;
  private final Map<String, String> names = new HashMap<>();
  private final List<Operation> taken = new ArrayList<>();

  private Walk(String document, String user) {
    this.document = document;
    names.put("user", user);
    names.put("word", "w" + UUID.randomUUID().toString().substring(24));
  }

  /** Sends the request of a step for its caller, and gives the answer. */
  @FunctionalInterface
  public interface Walker {
    Answer take(Api caller, Step step);
  }

  /**
   * Has every step taken, and each must be answered as it says. Each document is walked by an admin
   * of its own, because a walk may end with the deletion of its user.
   *
   * @param who what the names of the callers begin with
   */
  public static void all(Api anybody, String who, Walker walker) {
    for (String document : Operations.documents()) {
      String user = who + "-" + document;
      Api caller = anybody.as(user).with("X-User-Roles", "[\"admin\"]");
      new Walk(document, user).go(caller, walker);
    }
  }

  private void go(Api caller, Walker walker) {
    for (List<String> row : Tables.rows("walks", document)) {
      int status = Integer.parseInt(row.get(3));
      Step step =
          new Step(document, row.get(0), named(row.get(1)), named(row.get(2)), status, row.get(4));
      Answer answer = walker.take(caller, step).is(step.status());
      taken.add(step.operation());
      row.stream().skip(5).forEach(name -> remember(name, answer));
    }
    assertThat(taken).as("the walk of %s", document).containsAll(Operations.of(document));
  }

  private void remember(String name, Answer answer) {
    String[] parts = name.split(" = ");
    names.put(parts[0], answer.text(parts[1]));
  }

  private String named(String path) {
    String address = path;
    for (var name : names.entrySet()) {
      address = address.replace("{" + name.getKey() + "}", name.getValue());
    }
    return address;
  }

  /**
   * One request.
   *
   * @param document the name of the document that promises it
   * @param path with its query
   * @param body JSON, empty for none
   * @param status what it is answered with
   * @param cost statements, and how many of them write: {@code 4, 3}
   */
  public record Step(
      String document, String method, String path, String body, int status, String cost) {

    public Answer send(Api api) {
      String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
      return api.send(method, path, body.isEmpty() ? null : type, body);
    }

    /** The same with more in its query, answered otherwise. */
    public Step asking(String more, int otherStatus) {
      String query = path + (path.contains("?") ? "&" : "?") + more;
      return new Step(document, method, query, body, otherStatus, cost);
    }

    /** What its document says of it, or another one's: a walk may need what others add. */
    public Operation operation() {
      return Stream.concat(Stream.of(document), Operations.documents().stream())
          .flatMap(name -> operation(name).stream())
          .findFirst()
          .orElseThrow(() -> new AssertionError(this + " is in no document"));
    }

    /** A literal segment wins over a template. */
    private Optional<Operation> operation(String name) {
      return Operations.of(name).stream()
          .filter(this::isOf)
          .min(Comparator.comparing(operation -> operation.path().split("\\{").length));
    }

    private boolean isOf(Operation operation) {
      return method.equals(operation.method().toUpperCase(Locale.ROOT))
          && path.replaceFirst("\\?.*", "")
              .matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+"));
    }
  }
}
