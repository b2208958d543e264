package com.faultmaven.identity.signins;

import com.faultmaven.identity.tokens.Revocations;
import com.faultmaven.identity.tokens.TokenProperties;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins and ends sign-ins, in the transaction of whoever has locked their user. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SignIns {

  /** How many of a user are live at once; the oldest end. */
  static final int MOST = 100;

  private static final int BYTES_OF_ID = 16;

  private final SignInRows rows;
  private final Revocations revocations;
  private final TokenProperties properties;
  private final RandomGenerator random;
  private final Clock clock;

  SignIns(
      SignInRows rows,
      Revocations revocations,
      TokenProperties properties,
      RandomGenerator random,
      Clock clock) {
    this.rows = rows;
    this.revocations = revocations;
    this.properties = properties;
    this.random = random;
    this.clock = clock;
  }

  /** Begins one; the oldest ends if there are too many. */
  public OpenedSignIn open(NewSignIn wanted) {
    Instant now = clock.instant();
    String id = randomId();
    RefreshToken token = RefreshToken.random(random);
    Instant expires = now.plus(properties.refresh());
    Instant ends = wanted.endless() ? null : now.plus(properties.signIn());
    revocations.addAfterCommit(rows.open(id, wanted, now, ends, expires, token.hash(), MOST - 1));
    return new OpenedSignIn(id, token.value(), properties.refresh());
  }

  /** Ends one of a user. Whether there was one that is live. */
  public boolean end(UserId user, String id, SignInEnd why) {
    List<String> ended = rows.end(user, id, null, why, clock.instant());
    revocations.addAfterCommit(ended);
    return !ended.isEmpty();
  }

  /**
   * Ends all of a user.
   *
   * @param but one that goes on, or null
   * @return how many ended
   */
  public int endAll(UserId user, @Nullable String but, SignInEnd why) {
    List<String> ended = rows.end(user, null, but, why, clock.instant());
    revocations.addAfterCommit(ended);
    return ended.size();
  }

  private String randomId() {
    byte[] bytes = new byte[BYTES_OF_ID];
    random.nextBytes(bytes);
    return "signin_" + HexFormat.of().formatHex(bytes);
  }
}
