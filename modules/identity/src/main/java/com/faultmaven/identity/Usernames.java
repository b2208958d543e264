package com.faultmaven.identity;

import com.faultmaven.kernel.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What names to sign in with look like; all are kept in lower case. */
final class Usernames {

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{3,50}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_DISPLAY_NAME = 100;

  private Usernames() {}

  /** In the form in which it is compared; null for nothing. */
  static @Nullable String key(@Nullable String sent) {
    return sent == null || sent.isBlank() ? null : sent.strip().toLowerCase(Locale.ROOT);
  }

  static String requireUsername(@Nullable String username) {
    if (username == null) {
      throw InvalidRequest.body("/username", "required", "A username or an email is needed.");
    }
    if (!NAME.matcher(username).matches() && !isEmail(username)) {
      throw InvalidRequest.body(
          "/username",
          "invalid_format",
          "A username has 3 to 50 characters A-Za-z0-9._-, or is an email.");
    }
    return username;
  }

  static String requireEmail(@Nullable String email) {
    if (email == null) {
      throw InvalidRequest.body("/email", "required", "An email is needed.");
    }
    if (!isEmail(email)) {
      throw InvalidRequest.body(
          "/email", "invalid_format", "An email has one @, no spaces and at most 254 characters.");
    }
    return email;
  }

  static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
  }

  /** The words of a username, capitalised. */
  static String displayName(String username) {
    String words =
        Arrays.stream(username.split("@", 2)[0].split("[._-]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining(" "));
    String shown = words.isEmpty() ? username : words;
    return shown.substring(0, Math.min(shown.length(), LONGEST_DISPLAY_NAME));
  }
}
