package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something happened to the dossier of a case; published within the transaction that did it. */
public sealed interface DossierFact {

  /** The case, locked, with the numbers of its facts. */
  ClaimedCase claimed();

  UserId by();

  Instant at();

  /** Which of the numbers it has. */
  default long number() {
    return claimed().fact();
  }

  /** A report by both of its names. */
  record Named(String reportId, int seq) {}

  /**
   * Reports were linked, or linked otherwise than before.
   *
   * @param reportCount how many the case has itself
   */
  record Linked(
      ClaimedCase claimed, List<Named> reports, Link link, UserId by, Instant at, int reportCount)
      implements DossierFact {}

  /** Reports were taken off. */
  record Unlinked(ClaimedCase claimed, List<Named> reports, UserId by, Instant at, int reportCount)
      implements DossierFact {}

  /**
   * A case shows with the claimed one.
   *
   * @param number of this fact among others of the same claim
   */
  record Merged(
      ClaimedCase claimed,
      CaseId source,
      @Nullable String reason,
      UserId by,
      Instant at,
      long number)
      implements DossierFact {}

  /** A case shows apart from the claimed one again. */
  record Unmerged(ClaimedCase claimed, CaseId source, UserId by, Instant at)
      implements DossierFact {}
}
