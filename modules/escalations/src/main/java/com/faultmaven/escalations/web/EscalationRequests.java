package com.faultmaven.escalations.web;

import com.faultmaven.contracts.escalations.v1.model.DraftEscalationRequest;
import com.faultmaven.contracts.escalations.v1.model.SendEscalationRequest;
import com.faultmaven.escalations.LetterRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads letters into the words of the domain. */
final class EscalationRequests {

  private static final LetterRequest USUAL = new LetterRequest(null, List.of(), null, null, false);

  private EscalationRequests() {}

  static LetterRequest of(@Nullable DraftEscalationRequest request) {
    return request == null
        ? USUAL
        : new LetterRequest(
            request.getTargetIds().orElse(null),
            orNone(request.getCcEmails().orElse(null)),
            request.getSubject().orElse(null),
            request.getBody().orElse(null),
            false);
  }

  static LetterRequest of(@Nullable SendEscalationRequest request) {
    return request == null
        ? USUAL
        : new LetterRequest(
            request.getTargetIds().orElse(null),
            orNone(request.getCcEmails().orElse(null)),
            request.getSubject().orElse(null),
            request.getBody().orElse(null),
            Boolean.TRUE.equals(request.getRepeat().orElse(null)),
            Boolean.TRUE.equals(request.getAttachMemo().orElse(null)));
  }

  private static List<String> orNone(@Nullable List<String> sent) {
    return sent == null ? List.of() : sent;
  }
}
