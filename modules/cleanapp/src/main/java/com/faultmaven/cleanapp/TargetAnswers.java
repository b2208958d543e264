package com.faultmaven.cleanapp;

import com.faultmaven.contracts.cleanapp.v4.model.EscalationTarget;
import com.faultmaven.escalations.Target;
import com.faultmaven.escalations.TargetDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may be written to, as CleanApp answers it. */
final class TargetAnswers {

  /** Where the original has no time yet. */
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private TargetAnswers() {}

  static List<EscalationTarget> of(List<Target> targets) {
    return targets.stream()
        .map(
            it ->
                of(it.details())
                    .id(it.number())
                    .caseId(it.caseId().value())
                    .createdAt(it.createdAt().toString()))
        .toList();
  }

  static List<EscalationTarget> suggested(List<TargetDetails> targets) {
    return targets.stream().map(TargetAnswers::of).toList();
  }

  private static EscalationTarget of(TargetDetails details) {
    return new EscalationTarget()
        .id(0L)
        .caseId("")
        .roleType(details.roleType())
        .organization(text(details.organization()))
        .displayName(text(details.displayName()))
        .email(text(details.email()))
        .phone(text(details.phone()))
        .targetSource(details.source())
        .confidenceScore(details.confidence())
        .rationale(text(details.rationale()))
        .createdAt(NEVER);
  }

  private static String text(@Nullable String known) {
    return known == null ? "" : known;
  }
}
