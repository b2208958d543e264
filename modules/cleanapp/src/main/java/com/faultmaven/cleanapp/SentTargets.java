package com.faultmaven.cleanapp;

import com.faultmaven.escalations.TargetDetails;
import com.faultmaven.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads who may be written to. Who can be reached in no way is left out. */
final class SentTargets {

  private static final int MOST = 100;
  private static final int LONGEST_WORD = 64;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_RATIONALE = 4_000;

  private SentTargets() {}

  static List<TargetDetails> in(SentJson body) {
    return body.objects("escalation_targets", MOST).stream()
        .map(SentTargets::target)
        .filter(it -> it.email() != null || it.phone() != null)
        .toList();
  }

  private static TargetDetails target(SentJson sent) {
    double confidence = sent.number("confidence_score");
    if (confidence < 0 || confidence > 1) {
      throw Refused.because("confidence_score must be 0 to 1");
    }
    return new TargetDetails(
        Lines.orElse(Text.trim(sent.line("role_type", LONGEST_WORD)), "contact"),
        given(sent.line("organization", LONGEST_NAME)),
        given(sent.line("display_name", LONGEST_NAME)),
        given(sent.line("email", LONGEST_ADDRESS)),
        given(sent.line("phone", LONGEST_WORD)),
        Lines.orElse(Text.trim(sent.line("target_source", LONGEST_WORD)), "suggested"),
        confidence + 0.0,
        given(sent.text("rationale", LONGEST_RATIONALE)));
  }

  private static @Nullable String given(String text) {
    String trimmed = Text.trim(text);
    return trimmed.isEmpty() ? null : trimmed;
  }
}
