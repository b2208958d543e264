package com.faultmaven.tags;

import com.faultmaven.cases.CaseDeleted;
import com.faultmaven.cases.CaseOpened;
import com.faultmaven.cases.CaseView;
import com.faultmaven.kernel.OrganizationId;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stores and deletes the tags of a case in the transaction that opens or deletes the case. */
@Component
class TagsOfCases {

  private final TagRows rows;

  TagsOfCases(TagRows rows) {
    this.rows = rows;
  }

  @EventListener
  void on(CaseOpened fact) {
    CaseView opened = fact.opened();
    CaseTags tags = new CaseTags(opened.tags().stream().map(Tag::new).toList());
    rows.write(
        opened.id(),
        opened.owner(),
        new OrganizationId(opened.organizationId()),
        new TagChange(CaseTags.NONE, tags));
  }

  @EventListener
  void on(CaseDeleted fact) {
    rows.deleteSome(List.of(fact.caseId()), CaseTags.MOST);
  }
}
