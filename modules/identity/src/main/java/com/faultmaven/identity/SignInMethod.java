package com.faultmaven.identity;

import java.util.Locale;

/** How somebody proves who they are. */
enum SignInMethod {
  PASSWORD,
  /** Without any proof, by a client that never asks for other tokens. */
  NONE,
  /** Without any proof, by a client that does. */
  PASSWORDLESS,
  SERVICE,
  /** By saying yes on a page they were signed in on. */
  AUTHORIZATION_CODE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
