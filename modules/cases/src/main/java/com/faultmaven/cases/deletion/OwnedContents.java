package com.faultmaven.cases.deletion;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deletes what is left of the deleted cases of an owner. */
@Component
@Order(PersonalData.OWNED + 1)
class OwnedContents implements PersonalData {

  private final CaseDeletions deletions;
  private final ContentsDeletion contents;

  OwnedContents(CaseDeletions deletions, ContentsDeletion contents) {
    this.deletions = deletions;
    this.contents = contents;
  }

  /** Leaves those that somebody else is about for the next time. */
  @Override
  public Erasure eraseSome(UserId owner, int most) {
    List<CaseId> some = deletions.lockSome(owner, most);
    if (some.isEmpty()) {
      return deletions.hasAny(owner) ? Erasure.BUSY : Erasure.NOTHING_LEFT;
    }
    contents.deleteSome(some, most);
    return Erasure.SOME;
  }
}
