package com.faultmaven.status;

import org.jspecify.annotations.Nullable;

/**
 * A service that an incident touches.
 *
 * @param own the impact that somebody set by hand; null for that of the severity
 */
public record AffectedService(ServiceId id, @Nullable Impact own) {

  Impact impact(Severity severity) {
    return own == null ? severity.usualImpact() : own;
  }
}
