package com.faultmaven.status;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** The status of an incident does not lead where the caller wants it to go. */
public final class IllegalIncidentStatus extends Refusal {

  private IllegalIncidentStatus(IncidentStatus from, IncidentStatus to, List<String> allowed) {
    super(
        CommonProblem.ILLEGAL_STATUS_CHANGE,
        "An incident that is %s cannot become %s; it may become %s."
            .formatted(
                from.word(),
                to.word(),
                allowed.isEmpty() ? "nothing else" : String.join(" or ", allowed)),
        Map.of("current_status", from.word(), "allowed", allowed));
  }

  static IllegalIncidentStatus between(IncidentStatus from, IncidentStatus to) {
    return new IllegalIncidentStatus(
        from, to, from.next().stream().map(IncidentStatus::word).toList());
  }
}
