package com.faultmaven.status.web.statuspage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An incident or a maintenance.
 *
 * @param scheduledFor of maintenances; incidents lack it, and scheduledUntil
 */
@JsonNaming(SnakeCaseStrategy.class)
record Announcement(
    String id,
    String name,
    String status,
    String createdAt,
    String updatedAt,
    @Nullable String monitoringAt,
    @Nullable String resolvedAt,
    String impact,
    String shortlink,
    String startedAt,
    String pageId,
    List<Update> incidentUpdates,
    List<Component> components,
    @Nullable String reminderIntervals,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String scheduledFor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String scheduledUntil) {

  /** What was said about it; of a service that is affected nobody keeps what it was before. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Update(
      String id,
      String status,
      String body,
      String incidentId,
      String createdAt,
      String updatedAt,
      String displayAt,
      @Nullable List<String> affectedComponents,
      boolean deliverNotifications,
      @Nullable String customTweet,
      @Nullable String tweetId) {}
}
