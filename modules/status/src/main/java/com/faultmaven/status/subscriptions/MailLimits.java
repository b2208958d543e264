package com.faultmaven.status.subscriptions;

import com.faultmaven.status.StatusProperties;
import com.faultmaven.web.ratelimits.Limit;
import com.faultmaven.web.ratelimits.Rate;
import com.faultmaven.web.ratelimits.RateLimits;
import com.faultmaven.web.ratelimits.Storage;
import org.springframework.stereotype.Component;

/**
 * How often addresses are asked whether they want mail: few times each, and few by one caller.
 * Counted over all instances, before any transaction.
 */
@Component
class MailLimits {

  private final RateLimits rates;
  private final Limit ofCaller;
  private final Limit ofMailbox;

  MailLimits(RateLimits rates, StatusProperties properties) {
    this.rates = rates;
    this.ofCaller = limit("status-requests", properties.mail().requests());
    this.ofMailbox = limit("status-confirmations", properties.mail().confirmations());
  }

  /**
   * Counts a mail, whoever is subscribed already.
   *
   * @param caller whoever asks for it
   * @throws com.faultmaven.web.ratelimits.RateLimited if there were too many
   */
  void count(String caller, EmailAddress address) {
    rates.take(ofCaller, caller).orRefuse();
    rates.take(ofMailbox, address.mailbox()).orRefuse();
  }

  private static Limit limit(String name, String rate) {
    return Limit.of(name, Rate.of(rate)).in(Storage.POSTGRESQL);
  }
}
