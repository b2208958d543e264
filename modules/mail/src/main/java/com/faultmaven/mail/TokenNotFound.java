package com.faultmaven.mail;

import com.faultmaven.kernel.Refusal;

/** No letter has the token, or it is too old. */
public final class TokenNotFound extends Refusal {

  private TokenNotFound() {
    super(MailProblem.TOKEN_NOT_FOUND, "No letter has this token; it may be too old.");
  }

  static TokenNotFound any() {
    return new TokenNotFound();
  }
}
