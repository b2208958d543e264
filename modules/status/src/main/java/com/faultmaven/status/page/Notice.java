package com.faultmaven.status.page;

import com.faultmaven.status.ServiceId;
import com.faultmaven.status.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident or a maintenance, as everybody may see it.
 *
 * @param body Markdown, or null
 * @param severity null for a maintenance
 * @param startedAt when it began, or will begin
 * @param endedAt when it was over; null before, and for what never began
 * @param window when a maintenance was planned for; null for an incident
 * @param postmortem Markdown, or null
 * @param changedAt moves with all that happens to it
 * @param timeline the last entries, oldest first
 * @param unread how many entries there are before those
 */
public record Notice(
    UUID id,
    String title,
    @Nullable String body,
    @Nullable Severity severity,
    NoticeStatus status,
    Instant createdAt,
    Instant changedAt,
    Instant startedAt,
    @Nullable Instant monitoringAt,
    @Nullable Instant endedAt,
    @Nullable Window window,
    @Nullable String postmortem,
    @Nullable Instant postmortemAt,
    boolean told,
    List<ServiceId> services,
    List<Remark> timeline,
    int unread) {

  /** A time that was planned. */
  public record Window(Instant from, Instant until) {}

  public boolean isMaintenance() {
    return window != null;
  }
}
