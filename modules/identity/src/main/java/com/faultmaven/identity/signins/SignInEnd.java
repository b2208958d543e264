package com.faultmaven.identity.signins;

import java.util.Locale;

/** Why a sign-in ended. */
public enum SignInEnd {
  LOGOUT,
  REUSE,
  PASSWORD,
  ADMIN,
  LIMIT,
  DELETED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
