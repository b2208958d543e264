package com.faultmaven.status.page;

import com.faultmaven.kernel.Refusal;

/** There is no such page, or it is not public: nobody is told which. */
public final class PageNotFound extends Refusal {

  private PageNotFound() {
    super(PageProblem.PAGE_NOT_FOUND, "There is no page at this address.");
  }

  /** The same for whatever is missing. */
  public static PageNotFound here() {
    return new PageNotFound();
  }
}
