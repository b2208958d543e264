package com.faultmaven.identity.passwords;

import com.faultmaven.kernel.InvalidRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.Configuration;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import org.springframework.stereotype.Component;

/** Which passwords are taken. */
@Component
class PasswordRules {

  private static final int LEAST_CHARACTERS = 8;
  private static final long MILLISECONDS = 50;
  private static final BigDecimal FEWEST_GUESSES = BigDecimal.valueOf(1_000_000);

  private final Configuration estimation =
      new ConfigurationBuilder()
          .setLocale(Locale.ENGLISH)
          .setMaxLength(Passwords.MOST_BYTES)
          .setCombinationAlgorithmTimeout(MILLISECONDS)
          .createConfiguration();

  void requireLength(String password, String pointer) {
    if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
      throw InvalidRequest.body(
          pointer, "too_short", "A password has at least " + LEAST_CHARACTERS + " characters.");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > Passwords.MOST_BYTES) {
      throw InvalidRequest.body(
          pointer,
          "too_long",
          "A password has at most " + Passwords.MOST_BYTES + " bytes of UTF-8.");
    }
  }

  void requireHardToGuess(String password, String pointer, String... names) {
    boolean isAName =
        Arrays.stream(names)
            .flatMap(name -> Stream.of(name, name.split("@", 2)[0]))
            .anyMatch(password::equalsIgnoreCase);
    if (isAName || guesses(password).compareTo(FEWEST_GUESSES) < 0) {
      throw InvalidRequest.body(
          pointer, "not_allowed", "This password is easily guessed; choose another.");
    }
  }

  private BigDecimal guesses(String password) {
    return new Nbvcxz(estimation).estimate(password).getGuesses();
  }
}
