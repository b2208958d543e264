package com.faultmaven.status.page;

import com.faultmaven.kernel.Refusal;

/** There is no such page, or it is not public: nobody is told which. */
public final class PageNotFound extends Refusal {

  private PageNotFound(String detail) {
    super(PageProblem.PAGE_NOT_FOUND, detail);
  }

  /** The same for whatever is missing. */
  public static PageNotFound here() {
    return new PageNotFound("There is no page at this address.");
  }

  /** For a link in a mail that counts no more. */
  public static PageNotFound behindThisLink() {
    return new PageNotFound("This link has been used, or it is too old.");
  }
}
