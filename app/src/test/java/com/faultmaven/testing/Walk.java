package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Operations.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Every operation of both versions at least once, in an order in which each finds what it needs.
 */
public final class Walk {

  /** Method, path, body and what is answered; the case is the one that was opened first. */
  private static final String STEPS =
      """
      GET    | /api/v2/cases?tag=I&q=iron&created_before=2999-01-01T00:00:00Z |  | 200
      GET    | /api/v2/cases?q=IRONING&sort=relevance&offset=0 |  | 200
      GET    | /api/v2/cases/facets?severity=critical |  | 200
      GET    | {case} |  | 200
      PATCH  | {case} | {"title":"Ironing again","category":"infrastructure"} | 200
      POST   | {case}/status-changes | {"status":"investigating"} | 201
      GET    | {case}/status-changes |  | 200
      PUT    | {case}/archive |  | 204
      DELETE | {case}/archive |  | 204
      GET    | /api/v2/users/{user}/cases?include_archived=true |  | 200
      POST   | {case}/messages | {"content":"\\u0661"} | 201
      GET    | {case}/messages |  | 200
      GET    | {case}/messages/{message} |  | 200
      GET    | {case}/tags |  | 200
      POST   | {case}/tags | {"tags":["HIGH","h\\u0131gh"]} | 200
      PUT    | {case}/tags | {"tags":["HI","ho"]} | 200
      DELETE | {case}/tags/hi |  | 204
      GET    | /api/v2/tags?prefix=HO |  | 200
      POST   | /api/v2/tags/HO/rename | {"new_tag":"IHO"} | 200
      PUT    | {case}/participants/grace | {"role":"viewer"} | 201
      GET    | {case}/participants |  | 200
      DELETE | {case}/participants/grace |  | 204
      GET    | /api/v1/cases?page=1&page_size=7 |  | 200
      GET    | /api/v1/cases/session/IDE?page=1 |  | 200
      GET    | {v1} |  | 200
      PUT    | {v1} | {"title":"Ironing","severity":"high"} | 200
      POST   | {v1}/status | {"status":"investigating"} | 200
      GET    | /api/v2/admin/deprecated-usage |  | 200
      GET    | /api/v2/events?limit=5 |  | 200
      POST   | /api/v2/admin/publisher/rewind | {"to_cursor":"none"} | 422
      GET    | /api/v2/admin/dead-letters |  | 200
      POST   | /api/v2/admin/dead-letters/replay | {"consumer":"nobody"} | 202
      GET    | /api/v2/admin/dead-letters/5d0a7c52-41b9-4a6e-8f0b-93a1d2c7e604 |  | 404
      POST   | /api/v2/admin/dead-letters/5d0a7c52-41b9-4a6e-8f0b-93a1d2c7e604/replay | {} | 404
      POST   | /api/v2/admin/dead-letters/5d0a7c52-41b9-4a6e-8f0b-93a1d2c7e604/discard | {"reason":"I"} | 404
      DELETE | {v1} |  | 204
      DELETE | {case} |  | 404
      DELETE | /api/v2/admin/users/{user}/data |  | 202
      """;

  private Walk() {}

  /** Sends the request of a step, and gives its answer. */
  @FunctionalInterface
  public interface Walker {
    Answer take(Step step);
  }

  /** Has every step taken, and each must be answered as it says. */
  public static void of(String user, Walker walker) {
    List<Step> taken = new ArrayList<>();
    Answer opened =
        take(
            new Step(
                "POST",
                "/api/v2/cases",
                """
                {"title":"IRONING","severity":"critical","session_id":"IDE","tags":["I"],
                 "description":"\\u0130\\u0131 \\ud83d\\udd25 1234567","initial_message":"I"}
                """,
                201),
            walker,
            taken);
    take(new Step("POST", "/api/v1/cases", "{\"tags\":[\"I\"]}", 201), walker, taken);
    String path = opened.header("Location");
    Answer messages = take(new Step("GET", path + "/messages", "", 200), walker, taken);
    for (String line : STEPS.strip().lines().toList()) {
      String[] parts = line.split("\\|");
      String address =
          parts[1]
              .strip()
              .replace("{case}", path)
              .replace("{v1}", path.replace("v2", "v1"))
              .replace("{user}", user)
              .replace("{message}", messages.text("/messages/0/message_id"));
      int status = Integer.parseInt(parts[3].strip());
      take(new Step(parts[0].strip(), address, parts[2].strip(), status), walker, taken);
    }
    assertThat(taken).extracting(Step::operation).containsAll(Operations.all());
  }

  private static Answer take(Step step, Walker walker, List<Step> taken) {
    Answer answer = walker.take(step).is(step.status());
    taken.add(step);
    return answer;
  }

  /**
   * One request.
   *
   * @param path with its query
   * @param body JSON, empty for none
   * @param status what it is answered with
   */
  public record Step(String method, String path, String body, int status) {

    public Answer send(Api api) {
      String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
      return api.send(method, path, body.isEmpty() ? null : type, body);
    }

    /** What the documents say of it; a literal segment wins over a template. */
    public Operation operation() {
      return Operations.all().stream()
          .filter(this::isOf)
          .min(Comparator.comparing(operation -> operation.path().split("\\{").length))
          .orElseThrow();
    }

    private boolean isOf(Operation operation) {
      return method.equals(operation.method().toUpperCase(Locale.ROOT))
          && path.replaceFirst("\\?.*", "")
              .matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+"));
    }
  }
}
