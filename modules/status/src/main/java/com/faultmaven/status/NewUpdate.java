package com.faultmaven.status;

import org.jspecify.annotations.Nullable;

/**
 * Something to say about an incident.
 *
 * @param status what it says the incident is at; null for where it is
 * @param advances whether the incident moves there
 * @param corrects the update in whose place it stands, or null
 * @param notifies whether subscribers are told; null for as usual
 */
public record NewUpdate(
    String message,
    @Nullable IncidentStatus status,
    boolean advances,
    @Nullable UpdateId corrects,
    @Nullable Boolean notifies) {}
