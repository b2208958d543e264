package com.faultmaven.cases;

import static com.faultmaven.cases.CaseStatus.CLOSED;
import static com.faultmaven.cases.CaseStatus.CONSULTING;
import static com.faultmaven.cases.CaseStatus.INVESTIGATING;
import static com.faultmaven.cases.CaseStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseStatusTest {

  private static final Map<CaseStatus, Set<CaseStatus>> ALLOWED =
      Map.of(
          CONSULTING, Set.of(INVESTIGATING, CLOSED),
          INVESTIGATING, Set.of(RESOLVED, CLOSED),
          RESOLVED, Set.of(CLOSED, INVESTIGATING),
          CLOSED, Set.of());

  @ParameterizedTest
  @EnumSource
  void leadsExactlyWhereTheDesignSays(CaseStatus from) {
    Set<CaseStatus> allowed = ALLOWED.getOrDefault(from, Set.of());
    for (CaseStatus to : CaseStatus.values()) {
      assertThat(from.canMoveTo(to)).isEqualTo(allowed.contains(to));
    }
    assertThat(from.next()).containsExactlyInAnyOrderElementsOf(allowed);
  }
}
