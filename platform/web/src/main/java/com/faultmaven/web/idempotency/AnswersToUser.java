package com.faultmaven.web.idempotency;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;

/** Forgets what a user was answered. */
@Order(PersonalData.OWNED)
class AnswersToUser implements PersonalData {

  private final Answers answers;

  AnswersToUser(Answers answers) {
    this.answers = answers;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    return answers.forget(user, most) == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
