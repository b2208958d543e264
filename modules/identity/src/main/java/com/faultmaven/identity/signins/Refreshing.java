package com.faultmaven.identity.signins;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.organizations.OrganizationNotFound;
import com.faultmaven.identity.tokens.TokenProperties;
import com.faultmaven.identity.tokens.TokenSubject;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.web.ratelimits.Limit;
import com.faultmaven.web.ratelimits.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a new refresh token for another. Of two who use the same token one has stolen it, unless an
 * answer was lost or two windows of one client asked at once: a replaced token is taken for some
 * time, and later as long as none of its successors was ever used.
 */
@Component
public class Refreshing {

  private final RefreshTokenRows rows;
  private final SignIns signIns;
  private final Audit audit;
  private final RateLimits rates;
  private final Optional<Limit> limit;
  private final TokenProperties properties;
  private final TransactionTemplate transactions;
  private final RandomGenerator random;
  private final Clock clock;

  Refreshing(
      RefreshTokenRows rows,
      SignIns signIns,
      Audit audit,
      RateLimits rates,
      TokenProperties properties,
      PlatformTransactionManager transactions,
      RandomGenerator random,
      Clock clock) {
    this.rows = rows;
    this.signIns = signIns;
    this.audit = audit;
    this.rates = rates;
    this.limit = properties.limitOfRefreshes();
    this.properties = properties;
    this.transactions = new TransactionTemplate(transactions);
    this.random = random;
    this.clock = clock;
  }

  /**
   * New tokens.
   *
   * @param access how long the access token to issue lasts
   * @param username of its user
   */
  public record Refreshed(
      String refreshToken,
      Instant refreshExpiresAt,
      TokenSubject subject,
      Duration access,
      String username) {}

  /**
   * Replaces a token.
   *
   * @param organization the one to act for from now on; null for the same
   * @param client what the client calls itself; null where it says nothing
   * @throws com.faultmaven.web.ratelimits.RateLimited if the sign-in asks for too many
   * @throws InvalidRefreshToken if it is not valid; its sign-in has ended then if it was used twice
   */
  public Refreshed refresh(
      String token, @Nullable OrganizationId organization, @Nullable String client) {
    Optional<Refreshed> refreshed =
        transactions.execute(_ -> replace(new RefreshToken(token), organization, client));
    // refused after the commit: that a sign-in has ended must stay
    return refreshed.orElseThrow(InvalidRefreshToken::refused);
  }

  private Optional<Refreshed> replace(
      RefreshToken sent, @Nullable OrganizationId wanted, @Nullable String client) {
    byte[] hash = sent.hash();
    Optional<String> signIn = rows.lockSignInOf(hash);
    if (signIn.isEmpty()) {
      return Optional.empty();
    }
    limit.ifPresent(most -> rates.take(most, signIn.get()).orRefuse());
    Instant now = clock.instant();
    StoredRefreshToken stored = rows.read(hash, wanted);
    if (!stored.isLiveAt(now) || !stored.isOf(client)) {
      return Optional.empty();
    }
    if (stored.isReuseAt(now, properties.grace())) {
      signIns.end(stored.subject().user(), stored.signIn(), SignInEnd.REUSE);
      audit.refused(
          AuditEvent.REFRESH_REUSE, stored.subject().user(), Map.of("sign_in_id", stored.signIn()));
      return Optional.empty();
    }
    if (wanted != null && !stored.isMember()) {
      throw OrganizationNotFound.toActFor(wanted);
    }
    return Optional.of(issue(hash, stored, now));
  }

  private Refreshed issue(byte[] replaced, StoredRefreshToken stored, Instant now) {
    RefreshToken child = RefreshToken.random(random);
    Instant expires = stored.boundedBy(now.plus(properties.refresh()));
    boolean lost = stored.wasLostAt(now, properties.grace());
    rows.replace(replaced, child.hash(), stored, lost, now, expires);
    Duration left = Duration.between(now, expires);
    Duration access = left.compareTo(properties.access()) < 0 ? left : properties.access();
    return new Refreshed(child.value(), expires, stored.subject(), access, stored.username());
  }
}
