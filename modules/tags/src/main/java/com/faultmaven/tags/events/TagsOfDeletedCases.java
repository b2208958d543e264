package com.faultmaven.tags.events;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.deletion.CaseDeletions;
import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.kernel.UserId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Takes the events that an older version stored for this listener, among dead letters too: nobody
 * else would delete those tags. Goes in a later release.
 */
@Component
class TagsOfDeletedCases {

  private final CaseDeletions deletions;

  TagsOfDeletedCases(CaseDeletions deletions) {
    this.deletions = deletions;
  }

  @ApplicationModuleListener(id = "tags.delete-with-case")
  void on(CaseDeletedV1 event) {
    deletions.add(new CaseId(event.aggregateId()), new UserId(event.payload().userId()));
  }
}
