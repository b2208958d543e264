package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.LimitReached;
import com.faultmaven.status.page.PageNotFound;
import com.faultmaven.status.subscriptions.SubscriptionRequests.Asked;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has addresses told that say they want it. A link in a mail shows what it would do; only a button
 * does it, since programs follow links to see whether they are harmless.
 */
@Service
public class Confirmations {

  private final SubscriptionRequests requests;
  private final Subscriptions subscriptions;
  private final Clock clock;

  Confirmations(SubscriptionRequests requests, Subscriptions subscriptions, Clock clock) {
    this.requests = requests;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  /**
   * The address that a token was sent to.
   *
   * @throws PageNotFound if it counts no more
   */
  public String addressOf(String token, OrganizationId organization) {
    return requests
        .find(Token.hash(token), organization, clock.instant())
        .map(Asked::address)
        .orElseThrow(PageNotFound::behindThisLink);
  }

  /**
   * Tells an address from now on, of what it was asked about; it is told of that alone.
   *
   * @return the address
   * @throws PageNotFound if the token counts no more
   */
  @Transactional
  public String confirm(String token, OrganizationId organization) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Asked asked =
        requests
            .lock(Token.hash(token), organization, now)
            .orElseThrow(PageNotFound::behindThisLink);
    if (!asked.confirmed()) {
      add(asked, organization, now);
      requests.confirmed(asked.id(), now);
    }
    return asked.address();
  }

  private void add(Asked asked, OrganizationId organization, Instant now) {
    Subscription subscription =
        new Subscription(
            new SubscriptionId(UUID.randomUUID()),
            Channel.EMAIL,
            asked.address(),
            asked.services(),
            true,
            now,
            null);
    if (!subscriptions.put(subscription, organization, Token.random(), asked.owner())) {
      throw LimitReached.ofSubscriptions(Subscriptions.MOST);
    }
  }
}
