package com.faultmaven.tags;

import com.faultmaven.cases.CaseOpened;
import com.faultmaven.cases.CaseView;
import com.faultmaven.kernel.OrganizationId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stores the tags a case is opened with, in the transaction that opens it. */
@Component
class TagsOfOpenedCases {

  private final TagRows rows;

  TagsOfOpenedCases(TagRows rows) {
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
}
