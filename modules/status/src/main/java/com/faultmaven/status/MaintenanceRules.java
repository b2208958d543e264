package com.faultmaven.status;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of what can be announced. */
final class MaintenanceRules {

  private static final Duration LONGEST = Duration.ofDays(30);

  private MaintenanceRules() {}

  /** Refuses a window that ends before it begins or has ended, or is too long. */
  static void requireSound(Maintenance maintenance, Instant now) {
    List<Violation> violations = new ArrayList<>();
    Instant until = maintenance.scheduledUntil();
    if (!until.isAfter(maintenance.scheduledFor())) {
      violations.add(wrong("scheduled_until must be later than scheduled_for."));
    } else if (Duration.between(maintenance.scheduledFor(), until).compareTo(LONGEST) > 0) {
      violations.add(wrong("scheduled_until must be at most 30 days after scheduled_for."));
    }
    if (!until.isAfter(now)) {
      violations.add(wrong("scheduled_until must be in the future."));
    }
    if (!violations.isEmpty()) {
      throw InvalidRequest.body(violations);
    }
  }

  static Maintenance edited(Maintenance before, MaintenanceEdit edit, Instant now) {
    MaintenanceStatus status = before.status(now);
    if (status.isEnd()) {
      throw MaintenanceEnded.of(before.id(), status);
    }
    MaintenanceDraft draft = new MaintenanceDraft(before);
    draft.title = Objects.requireNonNullElse(edit.title(), before.title());
    draft.body = edit.body().apply(before.body());
    draft.services = Objects.requireNonNullElse(edit.services(), before.services());
    draft.scheduledFor = micros(edit.scheduledFor(), before.scheduledFor());
    draft.scheduledUntil = micros(edit.scheduledUntil(), before.scheduledUntil());
    draft.isNewVersion = true;
    boolean moved = !draft.scheduledFor.equals(before.scheduledFor());
    if (moved && status != MaintenanceStatus.SCHEDULED) {
      throw MaintenanceStarted.of(before.id());
    }
    Maintenance after = draft.at(before.notBeforeTheLast(now));
    if (moved || !draft.scheduledUntil.equals(before.scheduledUntil())) {
      requireSound(after, now);
    }
    return after;
  }

  /** The members that differ. */
  static Map<String, @Nullable Object> changes(Maintenance before, Maintenance after) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    note(changes, "title", before.title(), after.title());
    note(changes, "body", before.body(), after.body());
    note(changes, "service_ids", ids(before), ids(after));
    note(changes, "scheduled_for", before.scheduledFor(), after.scheduledFor());
    note(changes, "scheduled_until", before.scheduledUntil(), after.scheduledUntil());
    return changes;
  }

  private static List<String> ids(Maintenance maintenance) {
    return maintenance.services().stream().map(ServiceId::toString).toList();
  }

  private static void note(
      Map<String, @Nullable Object> changes,
      String member,
      @Nullable Object before,
      @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.put(member, after instanceof Instant time ? time.toString() : after);
    }
  }

  private static Instant micros(@Nullable Instant wanted, Instant before) {
    return wanted == null ? before : wanted.truncatedTo(ChronoUnit.MICROS);
  }

  private static Violation wrong(String detail) {
    return Violation.inBody("/scheduled_until", "out_of_range", detail);
  }
}
