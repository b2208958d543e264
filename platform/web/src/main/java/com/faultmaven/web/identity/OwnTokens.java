package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;

/**
 * Bearer tokens that this installation issues itself. The module that issues them provides a bean;
 * without one only a gateway or another issuer is believed.
 */
public interface OwnTokens {

  /** What is to be thought of a token; asks no database. */
  Verdict of(String token);

  /** What a token is. */
  sealed interface Verdict {}

  /** It names a key of somebody else, or is no token at all. */
  record NotOurs() implements Verdict {}

  /** It names one of the own keys, and is expired, revoked or broken. */
  record Refused() implements Verdict {}

  /**
   * It is good.
   *
   * @param caller whom it names, acting for the organization it names
   */
  record Good(Caller caller) implements Verdict {}
}
