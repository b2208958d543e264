package com.faultmaven.identity.audit;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records what happened, in the transaction that makes it so; one statement. */
@Component
public class Audit {

  private static final String INSERT =
      """
      insert into identity.audit (at, actor_id, subject_id, organization_id, event_type, category,
        resource_type, resource_id, success, ip, user_agent, sign_in_id, correlation_id, details)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::inet, ?, ?, ?, ?::jsonb)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final Origin.Current origins;

  Audit(JdbcClient jdbc, JsonMapper json, Clock clock, Origin.Current origins) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.origins = origins;
  }

  /** What happened to an account. */
  public void ofUser(AuditEvent event, UserId user, @Nullable UserId actor) {
    record(event, actor, user, null, "user", user.value(), true, Map.of());
  }

  /** What happened to an account, and more of it. */
  public void ofUser(
      AuditEvent event, UserId user, @Nullable UserId actor, Map<String, Object> details) {
    record(event, actor, user, null, "user", user.value(), true, details);
  }

  /** What somebody was refused. */
  public void refused(AuditEvent event, UserId user, Map<String, Object> details) {
    record(event, null, user, null, "user", user.value(), false, details);
  }

  /**
   * What happened.
   *
   * @param subject the user it is about, if any
   */
  public void record(
      AuditEvent event,
      @Nullable UserId actor,
      @Nullable UserId subject,
      @Nullable String organization,
      String resourceType,
      String resourceId,
      boolean success,
      Map<String, Object> details) {
    Origin origin = origins.get();
    jdbc.sql(INSERT)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(actor == null ? null : actor.value())
        .param(subject == null ? null : subject.value())
        .param(organization)
        .param(event.word())
        .param(event.category())
        .param(resourceType)
        .param(resourceId)
        .param(success)
        .param(origin.address())
        .param(origin.userAgent())
        .param(Caller.isKnown() ? Caller.current().signIn() : null)
        .param(CorrelationId.current().value())
        .param(json.writeValueAsString(details))
        .update();
  }
}
