package com.faultmaven.identity.passwords;

import com.faultmaven.kernel.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and compares them, no more at once than there are processors. What is longer
 * than bcrypt reads is no password: of 80 characters it would compare the first 72.
 */
@Component
public class Passwords {

  static final int MOST_BYTES = 72;

  /** Takes as long to compare with as any of that cost; of which password it is, nobody knows. */
  private static final String NOBODYS =
      "{bcrypt}$2a$%s%s$N.bodyKnowsTheSaltOfThis/OrThePasswordEither.ItIsNone";

  private final PasswordEncoder encoder;
  private final PasswordRules rules;
  private final String nobodys;
  private final Turns turns;

  Passwords(PasswordProperties properties, PasswordRules rules, Turns turns) {
    this.rules = rules;
    this.turns = turns;
    this.encoder =
        new DelegatingPasswordEncoder(
            "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(properties.cost())));
    this.nobodys = hashOfNobody(properties.cost());
  }

  /** A hash of that cost. */
  static String hashOfNobody(int cost) {
    return NOBODYS.formatted(cost < 10 ? "0" : "", cost);
  }

  /**
   * Goes on if there is a turn to be had at hashing, before anything is read for it.
   *
   * @throws HashingBusy if too many wait for theirs
   */
  public void requireRoom() {
    turns.requireRoom();
  }

  /**
   * The hash of a new password.
   *
   * @param names what it must not be: username and email
   * @param pointer where the request has it
   * @throws InvalidRequest if it is too short, too long or easily guessed
   */
  public String hashOfNew(String password, String pointer, String... names) {
    rules.requireLength(password, pointer);
    return turns.take(
        () -> {
          rules.requireHardToGuess(password, pointer, names);
          return String.valueOf(encoder.encode(password));
        });
  }

  /** Whether it is the password of that hash; takes as long if there is no hash. */
  public boolean matches(String password, @Nullable String hash) {
    boolean possible = hash != null && isPossible(password);
    return turns.take(
            () ->
                encoder.matches(
                    isPossible(password) ? password : "", hash == null ? nobodys : hash))
        && possible;
  }

  /** Whether the hash was made at a lower cost than is asked for now. */
  public boolean isWeaker(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  /** The hash of a password that is known to be right. */
  public String again(String password) {
    return turns.take(() -> String.valueOf(encoder.encode(password)));
  }

  private static boolean isPossible(String password) {
    return !password.isEmpty() && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }
}
