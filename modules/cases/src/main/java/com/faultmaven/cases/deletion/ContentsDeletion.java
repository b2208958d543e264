package com.faultmaven.cases.deletion;

import com.faultmaven.cases.CaseId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deletes one batch of what is left of deleted cases, whichever modules keep it. */
@Component
class ContentsDeletion {

  private final CaseDeletions deletions;
  private final List<CaseContents> contents;
  private final Clock clock;

  ContentsDeletion(CaseDeletions deletions, List<CaseContents> contents, Clock clock) {
    this.deletions = deletions;
    this.contents = List.copyOf(contents);
    this.clock = clock;
  }

  /**
   * Ends the deletions if nothing is left, else makes them due at once.
   *
   * @param locked deletions that the transaction has locked
   * @param most how many rows
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void deleteSome(Collection<CaseId> locked, int most) {
    List<CaseId> gone = deletions.withoutCases(locked);
    if (deleteBatch(gone, most) < most) {
      deletions.end(locked);
    } else {
      deletions.goOnAt(clock.instant(), locked);
    }
  }

  /**
   * Until nothing is found: a statement may miss a row that is being changed; the next does not.
   */
  private int deleteBatch(Collection<CaseId> ids, int most) {
    int deleted = 0;
    int some;
    do {
      some = deleteFromAll(ids, most - deleted);
      deleted += some;
    } while (some > 0 && deleted < most);
    return deleted;
  }

  private int deleteFromAll(Collection<CaseId> ids, int most) {
    int deleted = 0;
    for (CaseContents kept : contents) {
      if (deleted < most) {
        deleted += kept.deleteSome(ids, most - deleted);
      }
    }
    return deleted;
  }
}
