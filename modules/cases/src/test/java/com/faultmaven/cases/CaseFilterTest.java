package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.CaseFilter.Archived;
import com.faultmaven.cases.CaseFilter.Scope;
import com.faultmaven.cases.CaseFilter.SearchScope;
import com.faultmaven.kernel.paging.CursorScope;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseFilterTest {

  /** To the letter, because cursors rest on it that other processes gave. */
  @Test
  void hasOneTextForCursorsHoweverItWasWritten() {
    String text =
        "cases/a scope 3:all status 6:closed 13:investigating severity 8:critical 4:high"
            + " category 5:error 8:security tag 2:db 4:prod session 3:\u00C9-1 q 4:slow in 3:all"
            + " created after 20:2026-03-01T00:00:00Z created before 20:2026-04-01T00:00:00Z"
            + " updated after 20:2026-03-02T00:00:00Z updated before 20:2026-04-02T00:00:00Z"
            + " archived 8:left out";

    assertThat(scope(List.of(CaseStatus.CLOSED, CaseStatus.INVESTIGATING), List.of("db", "Prod")))
        .isEqualTo(text);
    assertThat(
            scope(
                List.of(CaseStatus.INVESTIGATING, CaseStatus.CLOSED),
                List.of("PROD", " db", "prod")))
        .isEqualTo(text);
  }

  private static String scope(List<CaseStatus> statuses, List<String> tags) {
    return new CaseFilter(
            Scope.ALL,
            new LinkedHashSet<>(statuses),
            Set.of(Severity.HIGH, Severity.CRITICAL),
            Set.of(Category.SECURITY, Category.ERROR),
            tags,
            new SessionId("E\u0301-1"),
            "slow",
            SearchScope.ALL,
            Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2026-04-01T00:00:00Z"),
            Instant.parse("2026-03-02T00:00:00Z"),
            Instant.parse("2026-04-02T00:00:00Z"),
            Archived.LEFT_OUT)
        .narrowed(CursorScope.of("cases/a"))
        .toString();
  }
}
