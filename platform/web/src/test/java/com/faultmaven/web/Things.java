package com.faultmaven.web;

import com.faultmaven.database.OutcomeUnknown;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.TraceParent;
import com.faultmaven.kernel.VersionConflict;
import com.faultmaven.web.idempotency.InSteps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API behind the filters under test. */
@RestController
@RequestMapping("/api/test")
class Things {

  static class Thing {
    public @Nullable String name;
    public JsonNullable<String> note = JsonNullable.undefined();
    public @Nullable String colour;
    public @Nullable Integer count;
    public @Nullable Integer size;
    public @Nullable OffsetDateTime due;
    public @Nullable String ref;
    public @Nullable List<String> tags;
    public @Nullable Map<String, @Nullable Object> metadata;
  }

  static final AtomicInteger COUNTED = new AtomicInteger();
  static final Gate.Gates GATES = new Gate.Gates();

  private final JdbcClient database;

  Things(JdbcClient database) {
    this.database = database;
  }

  @PostMapping(
      path = "/things",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Transactional
  public ResponseEntity<Thing> create(@RequestBody Thing thing) {
    database.sql("insert into things values (:name)").param("name", thing.name).update();
    GATES.pass(String.valueOf(thing.name));
    if (Objects.equals(thing.name, "refused")) {
      throw VersionConflict.now(new EntityVersion(7));
    }
    if (Objects.equals(thing.name, "orphan")) {
      database.sql("insert into labels values ('nowhere')").update();
    }
    return ResponseEntity.created(URI.create("/api/test/things/" + thing.name))
        .eTag("\"0\"")
        .body(thing);
  }

  /** Each tag becomes a thing, in a transaction of its own. */
  @PostMapping("/things/{thing_id}/steps")
  @InSteps
  Map<String, Object> takeSteps(@RequestBody Thing thing) {
    List<String> names = thing.tags == null ? List.of() : thing.tags;
    for (String name : names) {
      GATES.pass(name);
      if (name.equals("refused")) {
        throw VersionConflict.now(new EntityVersion(7));
      }
      database
          .sql("insert into things values (:name) on conflict do nothing")
          .param("name", name)
          .update();
    }
    return Map.of("steps", names.size());
  }

  @PatchMapping(path = "/things/{thing_id}", consumes = "application/merge-patch+json")
  Map<String, Object> update(@PathVariable("thing_id") String id, @RequestBody Thing patch) {
    return Map.of("id", id, "note_is_given", patch.note.isPresent(), "tags", List.of());
  }

  @GetMapping(path = "/things", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> list(
      @RequestParam(name = "limit", required = false, defaultValue = "20") Integer limit,
      @RequestParam(name = "tag", required = false) @Nullable List<String> tags,
      @RequestParam(name = "after", required = false) @Nullable OffsetDateTime after) {
    return Map.of(
        "limit", limit, "tags", tags == null ? List.of() : tags, "after", String.valueOf(after));
  }

  @RequestMapping("/segments/{segment}")
  Map<String, Object> segment(@PathVariable("segment") String segment, HttpServletRequest request) {
    return Map.of("segment", segment, "method", request.getMethod());
  }

  @PostMapping(path = "/segments/{segment}/counts", produces = MediaType.APPLICATION_JSON_VALUE)
  public Map<String, Object> count(@PathVariable("segment") String segment) {
    return Map.of("segment", segment, "count", COUNTED.incrementAndGet());
  }

  @GetMapping("/wait/{gate}")
  Map<String, Object> waitAt(@PathVariable("gate") String gate) {
    GATES.pass(gate);
    return Map.of("gate", gate);
  }

  @GetMapping("/caller")
  Map<String, Object> caller() {
    Caller caller = Caller.current();
    return Map.of(
        "user", caller.userId().value(),
        "organization", caller.organizationId().value(),
        "email", String.valueOf(caller.email()),
        "roles", caller.roles().stream().sorted().toList(),
        "sign_in", String.valueOf(caller.signIn()),
        "organization_role", String.valueOf(caller.organizationRole()),
        "correlation_id", CorrelationId.current().value(),
        "traceparent", String.valueOf(TraceParent.current()));
  }

  @GetMapping("/moments")
  Map<String, Object> moments() {
    return Map.of(
        "offset", OffsetDateTime.parse("2026-03-14T11:26:53.123456789+02:00"),
        "instant", Instant.parse("2026-03-14T09:26:53Z"));
  }

  @GetMapping("/failures/{kind}")
  void fail(
      @PathVariable("kind") String kind, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (kind) {
      case "refusal" -> throw VersionConflict.now(new EntityVersion(7));
      case "overtaken" -> throw new OptimisticLockingFailureException("secret");
      case "timeout" -> throw new QueryTimeoutException("secret");
      case "locked" -> throw new CannotAcquireLockException("secret");
      case "closed" -> throw new CannotCreateTransactionException("secret", closedAtConnect());
      case "exhausted" -> throw new JpaLike(new SQLTransientConnectionException("secret"));
      case "overdue" -> throw new TransactionTimedOutException("secret");
      case "unknown" -> throw new OutcomeUnknown(closedAtConnect());
      case "broken-off" -> throw new UncheckedIOException(new EOFException("secret"));
      case "gone" ->
          throw new HttpMessageNotWritableException("secret", new ClientAbortException());
      case "aborted" -> throw new ClientAbortException();
      case String sql when sql.startsWith("SQL-") ->
          throw new JpaLike(new SQLException("secret", sql.substring(4), new EOFException()));
      case "bug" -> throw new IllegalStateException("secret");
      case "error" -> throw new StackOverflowError("secret");
      case "sent" -> response.sendError(404, "secret");
      default -> response.sendError(Integer.parseInt(kind), "secret");
    }
  }

  /** A load balancer without a database behind it. */
  private static SQLException closedAtConnect() {
    return new SQLTransientConnectionException(
        "secret", "08001", new SQLException("secret", "08001", new EOFException()));
  }

  /** Spring's translation of what no other exception stands for. */
  private static final class JpaLike extends UncategorizedDataAccessException {

    JpaLike(SQLException cause) {
      super("secret", new IllegalStateException("secret", cause));
    }
  }
}
