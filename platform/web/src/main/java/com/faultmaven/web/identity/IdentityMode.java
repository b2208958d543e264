package com.faultmaven.web.identity;

/** Who stands between callers and this service. */
enum IdentityMode {
  /** A gateway that has checked the caller, or another issuer whose tokens are checked here. */
  GATEWAY,
  /** Nobody: callers sign in here. */
  STANDALONE
}
