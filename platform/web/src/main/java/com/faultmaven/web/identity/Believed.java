package com.faultmaven.web.identity;

/** Who is believed about callers. */
public enum Believed {
  /** A gateway in front, which may have limits of its own. */
  GATEWAY,
  /** Nobody but the signature of a token, whoever brings it. */
  TOKENS
}
