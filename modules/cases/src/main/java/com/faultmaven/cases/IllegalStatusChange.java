package com.faultmaven.cases;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** The case's status does not lead where the caller wants it to go. */
public final class IllegalStatusChange extends Refusal {

  private IllegalStatusChange(CaseStatus from, CaseStatus to, List<String> allowed) {
    super(
        CommonProblem.ILLEGAL_STATUS_CHANGE,
        "A case that is %s cannot become %s; it may become %s."
            .formatted(
                from.word(),
                to.word(),
                allowed.isEmpty() ? "nothing else" : String.join(" or ", allowed)),
        Map.of("current_status", from.word(), "allowed", allowed));
  }

  static IllegalStatusChange between(CaseStatus from, CaseStatus to) {
    return new IllegalStatusChange(from, to, from.next().stream().map(CaseStatus::word).toList());
  }
}
