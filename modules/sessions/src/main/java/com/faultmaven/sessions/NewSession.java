package com.faultmaven.sessions;

import com.faultmaven.cases.Metadata;
import org.jspecify.annotations.Nullable;

/** What a client says of the session it opens or resumes; null is what it does not say. */
public record NewSession(
    @Nullable String clientId,
    @Nullable String type,
    @Nullable Integer timeoutMinutes,
    @Nullable String title,
    @Nullable Metadata metadata) {

  /** Nothing is said about it. */
  public static final NewSession PLAIN = new NewSession(null, null, null, null, null);

  /** One of this client. */
  public static NewSession of(@Nullable String clientId) {
    return new NewSession(clientId, null, null, null, null);
  }
}
