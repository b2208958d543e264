package com.faultmaven.status;

import static com.faultmaven.status.IncidentStatus.IDENTIFIED;
import static com.faultmaven.status.IncidentStatus.INVESTIGATING;
import static com.faultmaven.status.IncidentStatus.MONITORING;
import static com.faultmaven.status.IncidentStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentStatusTest {

  private static final Map<IncidentStatus, IncidentStatus> STEPS =
      Map.of(INVESTIGATING, IDENTIFIED, IDENTIFIED, MONITORING, MONITORING, RESOLVED);

  @ParameterizedTest
  @EnumSource
  void goesOneStepForwardAndNowhereElse(IncidentStatus from) {
    for (IncidentStatus to : IncidentStatus.values()) {
      assertThat(from.canMoveTo(to)).as("%s to %s", from, to).isEqualTo(STEPS.get(from) == to);
    }
  }
}
