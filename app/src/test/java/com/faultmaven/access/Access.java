package com.faultmaven.access;

import static java.util.stream.Collectors.toMap;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Operations;
import com.faultmaven.testing.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What each kind of caller is answered to one request: a row of the tables {@code access} of the
 * modules.
 *
 * @param document the name of the document that promises the operation
 * @param path with {@code {case}}, {@code {message}}, {@code {owner}} and {@code {self}} for those
 *     of a {@link SharedCase}
 * @param body JSON, maybe with {@code {case}}; empty for none
 * @param answers by kind of caller: of a case its owner, collaborator, viewer, and a stranger, and
 *     a service if it may do this in its organization whoever shares the case; of anything else any
 *     user, service and admin. A user is called member where the module decides by what they are in
 *     their organization, and no role of the document does
 */
record Access(
    String document,
    String operation,
    String method,
    String path,
    String body,
    Map<String, Integer> answers) {

  /** All rows of all modules. */
  static List<Access> all() {
    return Operations.documents().stream().flatMap(document -> of(document).stream()).toList();
  }

  static List<Access> of(String document) {
    return Tables.rows("access", document).stream().map(row -> of(document, row)).toList();
  }

  private static Access of(String document, List<String> row) {
    return new Access(
        document,
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(3),
        Arrays.stream(row.get(4).split(", "))
            .map(answer -> answer.split(" "))
            .collect(toMap(answer -> answer[0], answer -> Integer.valueOf(answer[1]))));
  }

  boolean isOfACase() {
    return answers.containsKey("owner");
  }

  /** Whether services of the organization may do it, and administrators. */
  boolean isForServices() {
    return answers.containsKey("service");
  }

  boolean isDecidedByTheModule() {
    return answers.containsKey("member");
  }

  int answerTo(String caller) {
    String kind = caller.equals("user") && isDecidedByTheModule() ? "member" : caller;
    return Objects.requireNonNull(
        answers.get(kind), () -> "The row of %s names no %s".formatted(operation, kind));
  }

  /** Sends the request, about a case, for one of its callers. */
  Answer send(Api caller, String user, SharedCase about) {
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    return caller.send(
        method,
        path.replace("{case}", about.id())
            .replace("{message}", about.message())
            .replace("{owner}", about.userId("owner"))
            .replace("{self}", about.userId(user)),
        body.isEmpty() ? null : type,
        body.replace("{case}", about.id()));
  }

  @Override
  public String toString() {
    return "%s: %s %s".formatted(operation, method, path);
  }
}
