package com.faultmaven.cases.v1;

import com.faultmaven.cases.Case;
import com.faultmaven.cases.CaseEdit;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.Cases;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes everything about a case at once, for its owner, and stores it once. */
@Service
public class Overwriting {

  private static final IfMatch WHATEVER_IS_THERE = IfMatch.of(null);

  private final Cases cases;
  private final Clock clock;

  Overwriting(Cases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Edits and moves a case, from any status to any. Counts as a change even if nothing is
   * different.
   *
   * @param standing null leaves the case where it stands
   * @param more what else is done to the case before it is stored
   * @throws com.faultmaven.cases.CaseNotFound if the caller may not see the case
   * @throws com.faultmaven.cases.PermissionDenied if the caller does not own it
   */
  @Transactional
  public CaseView overwrite(
      CaseId id, CaseEdit edit, @Nullable Standing standing, Consumer<Case> more, Caller caller) {
    Case theCase = cases.owned(id, WHATEVER_IS_THERE, caller);
    Instant now = clock.instant();
    theCase.touch(now);
    theCase.edit(edit, now);
    if (standing != null) {
      stand(theCase, standing, caller, now);
    }
    more.accept(theCase);
    return cases.save(theCase);
  }

  private static void stand(Case theCase, Standing standing, Caller caller, Instant now) {
    if (standing.archived()) {
      theCase.archive(now);
    } else {
      theCase.restore(now);
    }
    if (standing.status() != null && standing.status() != theCase.status()) {
      theCase.moveAnywhere(standing.status(), null, caller.userId(), now);
    }
  }
}
