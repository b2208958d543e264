package com.faultmaven.tags;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Refusal;

/** The tag is not where the caller wants to change it. */
public final class TagNotFound extends Refusal {

  private TagNotFound(String detail) {
    super(TagProblem.TAG_NOT_FOUND, detail);
  }

  static TagNotFound on(CaseId id, Tag tag) {
    return new TagNotFound("Case " + id + " has no tag " + shown(tag.name()) + ".");
  }

  static TagNotFound onAnyCase(Tag tag) {
    return new TagNotFound("None of your cases has the tag " + shown(tag.name()) + ".");
  }
}
