package com.faultmaven.identity.web;

import com.faultmaven.identity.AccountNotFound;
import com.faultmaven.identity.signins.SignInNotFound;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.UserId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

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

  /** As it stands in a path, whatever it is made of. */
  static String segment(UserId user) {
    return UriUtils.encodePathSegment(user.value(), StandardCharsets.UTF_8);
  }

  static String signIn(String sent) {
    if (!SIGN_IN.matcher(sent).matches()) {
      throw SignInNotFound.of(sent);
    }
    return sent;
  }
}
