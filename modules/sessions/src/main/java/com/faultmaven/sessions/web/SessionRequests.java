package com.faultmaven.sessions.web;

import com.faultmaven.cases.Metadata;
import com.faultmaven.contracts.sessions.v1.api.SessionFilterParameters;
import com.faultmaven.contracts.sessions.v1.model.CreateSessionRequest;
import com.faultmaven.contracts.sessions.v1.model.UpdateSessionRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.UserId;
import com.faultmaven.sessions.NewSession;
import com.faultmaven.sessions.SessionEdit;
import com.faultmaven.sessions.SessionFilter;
import com.faultmaven.sessions.SessionStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads what clients send into the words of the domain. */
class SessionRequests {

  private SessionRequests() {}

  static NewSession newSession(@Nullable CreateSessionRequest request) {
    return request == null
        ? NewSession.PLAIN
        : new NewSession(
            request.getClientId().orElse(null),
            request.getSessionType().orElse(null),
            request.getTimeoutMinutes().orElse(null),
            request.getTitle().orElse(null),
            metadata(request.getMetadata().orElse(null)));
  }

  /** Null takes the title away, and empties the metadata. */
  static SessionEdit patch(UpdateSessionRequest request) {
    JsonNullable<Map<String, Object>> metadata = request.getMetadata();
    return new SessionEdit(
        title -> request.getTitle().isPresent() ? request.getTitle().get() : title,
        status(request),
        request.getTimeoutMinutes().orElse(null),
        before ->
            !metadata.isPresent()
                ? before
                : metadata.get() == null ? Metadata.EMPTY : merged(before, metadata.get()));
  }

  /** Null leaves things as they are. */
  static SessionEdit put(UpdateSessionRequest request) {
    String sent = request.getTitle().orElse(null);
    Map<String, Object> metadata = request.getMetadata().orElse(null);
    return new SessionEdit(
        title -> sent == null ? title : sent,
        status(request),
        request.getTimeoutMinutes().orElse(null),
        before -> metadata == null ? before : merged(before, metadata));
  }

  private static @Nullable SessionStatus status(UpdateSessionRequest request) {
    com.faultmaven.contracts.sessions.v1.model.SessionStatus status =
        request.getStatus().orElse(null);
    return status == null ? null : SessionStatus.valueOf(status.name());
  }

  static SessionFilter filter(SessionFilterParameters filter) {
    String type = filter.sessionType();
    if (type != null && filter.usageType() != null && !type.equals(filter.usageType())) {
      throw InvalidRequest.parameter(
          "usage_type", "not_allowed", "Give either session_type or usage_type, not both.");
    }
    return new SessionFilter(
        type == null ? filter.usageType() : type,
        filter.clientId(),
        filter.q(),
        filter.includeArchived());
  }

  /** A session is opened for nobody else. */
  static void requireSelf(@Nullable String userId, Caller caller) {
    if (userId != null && !caller.is(new UserId(userId))) {
      throw InvalidRequest.parameter(
          "user_id", "not_allowed", "user_id can only be the caller's own.");
    }
  }

  @SuppressWarnings(
      "NullAway") // the generator does not say that members of free-form JSON can be null
  private static @Nullable Metadata metadata(@Nullable Map<String, Object> json) {
    return json == null ? null : Metadata.of(json);
  }

  @SuppressWarnings(
      "NullAway") // the generator does not say that members of free-form JSON can be null
  private static Metadata merged(Metadata before, Map<String, Object> patch) {
    return before.merge(patch);
  }
}
