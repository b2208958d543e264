package com.faultmaven.tags.web;

import com.faultmaven.contracts.cases.v2.model.CaseTags;
import com.faultmaven.contracts.cases.v2.model.RenameTagResult;
import com.faultmaven.contracts.cases.v2.model.TagList;
import com.faultmaven.contracts.cases.v2.model.TagUsage;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.tags.RenamedTag;
import com.faultmaven.tags.TagUse;
import com.faultmaven.tags.TaggedCase;

/** Shows what the domain answers in the words of the contract. */
class TagResponses {

  private TagResponses() {}

  static CaseTags of(TaggedCase tagged) {
    return new CaseTags().tags(tagged.tags().names()).version(tagged.version().value());
  }

  static TagList tags(Page<TagUse> page) {
    return new TagList()
        .tags(page.rows().stream().map(TagResponses::of).toList())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  static RenameTagResult of(RenamedTag renamed) {
    return new RenameTagResult()
        .tag(renamed.tag().name())
        .renamedCases(renamed.renamedCases())
        .mergedCases(renamed.mergedCases())
        .remainingCases(renamed.remainingCases());
  }

  private static TagUsage of(TagUse use) {
    return new TagUsage().tag(use.tag().name()).caseCount(use.cases());
  }
}
