package com.faultmaven.cases;

import com.faultmaven.kernel.ProblemType;
import com.faultmaven.kernel.Refusal;

/** The case takes no more messages. */
public final class ConversationEnded extends Refusal {

  private ConversationEnded(ProblemType type, String detail) {
    super(type, detail);
  }

  static ConversationEnded becauseClosed(CaseId id) {
    return new ConversationEnded(
        CaseProblem.CASE_CLOSED, "Case " + id + " is closed; its conversation has ended.");
  }

  static ConversationEnded becauseArchived(CaseId id) {
    return new ConversationEnded(
        CaseProblem.CASE_ARCHIVED, "Case " + id + " is archived; restore it to go on talking.");
  }
}
