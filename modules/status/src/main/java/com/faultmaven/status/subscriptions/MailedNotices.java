package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.UserId;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import com.faultmaven.mail.OutgoingMail;
import com.faultmaven.mail.Purpose;
import com.faultmaven.status.StatusPages;
import com.faultmaven.status.subscriptions.MailWriter.Letter;
import com.faultmaven.status.subscriptions.MailWriter.Where;
import com.faultmaven.status.subscriptions.Notices.Told;
import com.faultmaven.status.subscriptions.Notices.Worded;
import com.faultmaven.status.subscriptions.SentNotices.Waiting;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands notices to the module that sends mail, which tells what came of each. */
@Component
class MailedNotices {

  /** RFC 8058: a program may press the button for its user. */
  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

  private static final int LONGEST_HEADER = 890;

  private final Notices notices;
  private final Tries tries;
  private final MailWriter writer;
  private final Mail mail;
  private final StatusPages pages;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailedNotices(
      Notices notices,
      Tries tries,
      MailWriter writer,
      Mail mail,
      StatusPages pages,
      TransactionTemplate transaction,
      Clock clock) {
    this.notices = notices;
    this.tries = tries;
    this.writer = writer;
    this.mail = mail;
    this.pages = pages;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Sends a notice to some, within the transaction of the caller. */
  void send(UUID notice, List<Told> to) {
    if (!to.isEmpty()) {
      notices.worded(notice).ifPresent(it -> send(it, notice, to, 0));
    }
  }

  /** Sends one again, as a mail of its own. */
  void sendAgain(Waiting delivery) {
    transaction.executeWithoutResult(
        _ ->
            notices
                .worded(delivery.event())
                .ifPresent(
                    it -> send(it, delivery.event(), List.of(delivery.to()), delivery.attempts())));
  }

  private void send(Worded worded, UUID notice, List<Told> to, int tries) {
    if (!mail.isOpen() || !writer.knowsAddress()) {
      fail(notice, to);
      return;
    }
    Where where = new Where(worded.organization(), pages.of(worded.organization()));
    Letter letter = writer.notice(where, Wording.of(worded));
    mail.sendAll(
        to.stream()
            .map(
                one ->
                    mail(
                        NoticeKey.of(notice, one.subscription(), tries),
                        one,
                        letter,
                        writer.unsubscribeUrl(
                            where, new Token.End(one.subscription(), one.secret()).toString())))
            .toList());
  }

  /** There was a way when somebody subscribed. */
  private void fail(UUID notice, List<Told> to) {
    tries.tried(
        notice,
        to.stream().map(Told::subscription).toList(),
        "failed",
        null,
        "no mail is sent here",
        clock.instant());
  }

  /**
   * An organization may have a name that is too long for a header; the text has the link anyway.
   */
  private static Map<String, String> headers(String unsubscribe) {
    return unsubscribe.length() > LONGEST_HEADER
        ? Map.of()
        : Map.of("List-Unsubscribe", "<" + unsubscribe + ">", "List-Unsubscribe-Post", ONE_CLICK);
  }

  private static OutgoingMail mail(MailKey key, Told to, Letter letter, String unsubscribe) {
    Letter own = letter.with(unsubscribe);
    return new OutgoingMail(
        key,
        Purpose.NOTICE,
        to.address(),
        own.subject(),
        own.text(),
        own.html(),
        headers(unsubscribe),
        to.owner() == null ? null : new UserId(to.owner()));
  }
}
