package com.faultmaven.status;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about an incident; null leaves it as it is.
 *
 * @param body makes the new body of the old one
 * @param postmortem makes the new post-mortem of the old one
 * @param services all it touches from now on
 * @param impacts set by hand, for some of the services it touches then
 * @param message appended to the timeline
 */
public record IncidentEdit(
    @Nullable String title,
    UnaryOperator<@Nullable String> body,
    UnaryOperator<@Nullable String> postmortem,
    boolean changesPostmortem,
    @Nullable Severity severity,
    @Nullable IncidentStatus status,
    @Nullable List<ServiceId> services,
    Map<ServiceId, Impact> impacts,
    @Nullable String message,
    @Nullable Boolean notifies) {

  /** Whether services may be touched otherwise than they are. */
  boolean touchesServices() {
    return severity != null || services != null || !impacts.isEmpty();
  }

  boolean resolves() {
    return status == IncidentStatus.RESOLVED;
  }

  /** What it does to an incident that is over, if anything that is not allowed then. */
  boolean isForActiveOnly() {
    return touchesServices() || message != null || notifies != null;
  }
}
