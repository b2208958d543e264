package com.faultmaven.reports.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.CaseTitle;
import com.faultmaven.reports.Box;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidateScoreTest {

  private static final CaseId ID = new CaseId("case_3f9a1c0b7d2e");
  private static final Box HERE = new Box(8.3, 47.05, 8.31, 47.06);
  private static final Box FAR = new Box(9.3, 47.05, 9.31, 47.06);

  @Test
  void addsUpWhatIsInCommon() {
    CaseCandidate all = score(HERE, 4, 2, 4, "loose tiles market", "Loose tiles, market").get();
    // 0.12 + 0.56 + 0.22 + 0.18 + 0.16 + 0.02
    assertThat(all.score()).isEqualTo(1);
    assertThat(all.reasons())
        .containsExactly(
            "same classification",
            "shared reports",
            "overlapping area",
            "nearby",
            "similar language",
            "several clusters");

    CaseCandidate half = score(FAR, 2, 1, 8, "tiles", "roof").get();
    assertThat(half.score()).isCloseTo(0.12 + 0.56 * 2 / 8, within(1e-9));
    assertThat(half.reasons()).containsExactly("same classification", "shared reports");
    assertThat(half.sharedReports()).isEqualTo(2);
  }

  @Test
  void isNothingForWhatIsOnlyOfTheSameKind() {
    assertThat(score(FAR, 0, 1, 8, "tiles", "roof")).isEmpty();
    assertThat(score(null, 0, 0, 0, "", "roof")).isEmpty();
    assertThat(score(HERE, 0, 1, 8, "tiles", "roof"))
        .as("of the same place")
        .hasValueSatisfying(
            it -> assertThat(it.score()).isCloseTo(0.12 + 0.22 + 0.18, within(1e-9)));
  }

  private static Optional<CaseCandidate> score(
      @Nullable Box bounds, int shared, int clusters, int reports, String said, String title) {
    return CandidateScore.of(
        new CandidateRow(ID, bounds, reports, clusters, shared),
        new CaseTitle(ID, title, CaseStatus.CONSULTING),
        HERE,
        4,
        said);
  }
}
