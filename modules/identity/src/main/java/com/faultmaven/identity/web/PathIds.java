package com.faultmaven.identity.web;

import com.faultmaven.identity.AccountNotFound;
import com.faultmaven.identity.signins.SignInNotFound;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.UserId;
import java.util.regex.Pattern;

/** Ids in paths: one that looks wrong is answered like one that does not exist. */
final class PathIds {

  private static final Pattern SIGN_IN = Pattern.compile("signin_[0-9a-f]{1,32}");

  private PathIds() {}

  static UserId user(String sent) {
    if (!Name.isValid(sent)) {
      throw AccountNotFound.of(new UserId(sent));
    }
    return new UserId(sent);
  }

  static String signIn(String sent) {
    if (!SIGN_IN.matcher(sent).matches()) {
      throw SignInNotFound.of(sent);
    }
    return sent;
  }
}
