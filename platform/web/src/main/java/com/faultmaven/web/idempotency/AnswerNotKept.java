package com.faultmaven.web.idempotency;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/** The key has had its effect, and what was answered then is not given twice. */
final class AnswerNotKept extends Refusal {

  private AnswerNotKept(Map<String, Object> extensions) {
    super(
        CommonProblem.IDEMPOTENT_ANSWER_NOT_KEPT,
        "This was done under this Idempotency-Key already and is not done again. Its answer is of a"
            + " kind that is never stored, so it cannot be given again.",
        extensions);
  }

  /** Tells where to find what was made, if the answer did. */
  static AnswerNotKept of(Answer answer) {
    return new AnswerNotKept(
        answer.location() == null ? Map.of() : Map.of("location", answer.location()));
  }
}
