package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.mail.Mail;
import com.faultmaven.status.page.PageNotFound;
import com.faultmaven.status.subscriptions.Subscriptions.Ending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells nobody any more who had enough, also not of what waits to be sent. */
@Service
public class SubscriptionEnds {

  private final Subscriptions subscriptions;
  private final SubscriptionRequests requests;
  private final SentNotices deliveries;
  private final Mail mail;

  SubscriptionEnds(
      Subscriptions subscriptions,
      SubscriptionRequests requests,
      SentNotices deliveries,
      Mail mail) {
    this.subscriptions = subscriptions;
    this.requests = requests;
    this.deliveries = deliveries;
    this.mail = mail;
  }

  /**
   * Goes on if a link in a mail can have held this.
   *
   * @throws PageNotFound if it cannot
   */
  public void requireToken(String token) {
    if (Token.End.of(token).isEmpty()) {
      throw PageNotFound.behindThisLink();
    }
  }

  /**
   * Ends what the mail with this token was sent for. Whether there still was anything to end is
   * told to nobody.
   *
   * @throws PageNotFound if no mail can have held it
   */
  @Transactional
  public void end(String token, OrganizationId organization) {
    Token.End end = Token.End.of(token).orElseThrow(PageNotFound::behindThisLink);
    subscriptions
        .lock(end.subscription(), organization, null)
        .filter(it -> it.channel() == Channel.EMAIL && end.has(it.secret()))
        .ifPresent(it -> end(it, organization));
  }

  /**
   * Ends a subscription.
   *
   * @param owner whose it has to be, or null
   * @throws SubscriptionNotFound if there is none
   */
  @Transactional
  public void end(SubscriptionId id, OrganizationId organization, @Nullable String owner) {
    end(
        subscriptions.lock(id, organization, owner).orElseThrow(() -> SubscriptionNotFound.of(id)),
        organization);
  }

  private void end(Ending ending, OrganizationId organization) {
    if (ending.channel() == Channel.EMAIL) {
      mail.cancel(
          deliveries.waitingOf(ending.id()).stream()
              .map(event -> NoticeKey.of(event, ending.id()))
              .toList());
      requests.forget(organization, ending.address());
    }
    subscriptions.delete(ending.id());
  }
}
