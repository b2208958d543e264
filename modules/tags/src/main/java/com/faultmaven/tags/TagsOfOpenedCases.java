package com.faultmaven.tags;

import com.faultmaven.cases.CaseOpened;
import com.faultmaven.cases.CaseView;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stores the tags a case is opened with, in the transaction that opens it. */
@Component
class TagsOfOpenedCases {

  private final TagRows rows;

  TagsOfOpenedCases(TagRows rows) {
    this.rows = rows;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE) // what others tell of the fact is told last
  void on(CaseOpened fact) {
    CaseView opened = fact.opened();
    CaseTags tags = new CaseTags(opened.tags().stream().map(Tag::new).toList());
    rows.write(opened.id(), opened.owner(), new TagChange(CaseTags.NONE, tags));
  }
}
