package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.UserId;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import com.faultmaven.mail.OutgoingMail;
import com.faultmaven.mail.Purpose;
import com.faultmaven.status.Page;
import com.faultmaven.status.Permissions;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.StatusPages;
import com.faultmaven.status.Visitor;
import com.faultmaven.status.subscriptions.MailWriter.Letter;
import com.faultmaven.status.subscriptions.MailWriter.Where;
import com.faultmaven.status.subscriptions.SubscriptionRequests.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks addresses whether they want to be told by mail; nobody is before they said so. */
@Service
public class MailSubscriptions {

  private static final Duration VALID = Duration.ofDays(7);

  private final SubscriptionRequests requests;
  private final Subscriptions subscriptions;
  private final MailLimits limits;
  private final MailWriter writer;
  private final Mail mail;
  private final StatusPages pages;
  private final Permissions permissions;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailSubscriptions(
      SubscriptionRequests requests,
      Subscriptions subscriptions,
      MailLimits limits,
      MailWriter writer,
      Mail mail,
      StatusPages pages,
      Permissions permissions,
      TransactionTemplate transaction,
      Clock clock) {
    this.requests = requests;
    this.subscriptions = subscriptions;
    this.limits = limits;
    this.writer = writer;
    this.mail = mail;
    this.pages = pages;
    this.permissions = permissions;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Whether mail goes out here, with links that lead somewhere. */
  public boolean isOffered() {
    return mail.isOpen() && writer.knowsAddress();
  }

  /**
   * Asks an address whether it wants to be told, whoever is subscribed already.
   *
   * @param services null for all
   * @param caller whoever asks: a user, or the network of somebody nobody knows
   * @throws ChannelUnavailable if no mail is sent, or the page is not public
   * @throws com.faultmaven.web.ratelimits.RateLimited if they ask too often
   */
  public void ask(
      String address, @Nullable List<ServiceId> services, Visitor visitor, String caller) {
    EmailAddress to = EmailAddress.of(address);
    if (!isOffered()) {
      throw ChannelUnavailable.withoutMail();
    }
    Page page = pages.of(visitor.organization());
    if (!page.isPublic()) {
      permissions.requireNamed(visitor);
      throw ChannelUnavailable.ofPrivatePage();
    }
    List<String> names =
        services == null ? null : subscriptions.names(services, visitor.organization());
    limits.count(caller, to);
    transaction.executeWithoutResult(_ -> send(to, services, names, visitor, page));
  }

  private void send(
      EmailAddress to,
      @Nullable List<ServiceId> services,
      @Nullable List<String> names,
      Visitor visitor,
      Page page) {
    Instant now = now();
    String token = Token.random();
    String user = visitor.caller() == null ? null : visitor.caller().userId().value();
    Asked asked = new Asked(UUID.randomUUID(), to.value(), services, user, false);
    requests.add(asked, visitor.organization(), Token.hash(token), now, now.plus(VALID));
    Letter letter = writer.confirmation(new Where(visitor.organization(), page), token, names);
    // it holds a token, so that it is not kept once it is sent
    mail.send(
        new OutgoingMail(
            new MailKey("status.confirm." + asked.id()),
            Purpose.ACCOUNT,
            to.value(),
            letter.subject(),
            letter.text(),
            letter.html(),
            Map.of(),
            user == null ? null : new UserId(user)));
  }

  /** As precise as the database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
