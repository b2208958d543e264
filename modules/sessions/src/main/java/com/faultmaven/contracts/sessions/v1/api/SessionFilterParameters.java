package com.faultmaven.contracts.sessions.v1.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** The parameters that narrow a list of sessions: those the contract marks as this group. */
public record SessionFilterParameters(
    @BindParam("session_type") @Nullable String sessionType,
    @BindParam("usage_type") @Nullable String usageType,
    @BindParam("client_id") @Nullable String clientId,
    @Nullable String q,
    @BindParam("include_archived") Boolean includeArchived) {

  /** What is absent is what the contract says it is. */
  @SuppressWarnings("ConstantValue") // the binder passes null for what is absent
  public SessionFilterParameters {
    includeArchived = includeArchived != null && includeArchived;
  }
}
