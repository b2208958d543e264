package com.faultmaven.mail;

import com.faultmaven.mail.MailEventRows.Known;
import com.faultmaven.mail.MailEventRows.Name;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What providers tell of mails. Each event counts once, and what a mail becomes follows from all of
 * them, whatever order they come in.
 */
@Service
@Transactional
public class MailEvents {

  private final MailEventRows rows;
  private final SuppressionRows suppressions;
  private final Settling settling;
  private final Clock clock;

  MailEvents(MailEventRows rows, SuppressionRows suppressions, Settling settling, Clock clock) {
    this.rows = rows;
    this.suppressions = suppressions;
    this.settling = settling;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param recorded how many were new
   * @param ignored how many came again, or are about a mail that is not known
   */
  public record Recorded(int recorded, int ignored) {}

  /** Records events in as many statements, however many they are. */
  public Recorded record(Collection<MailEvent> told) {
    Map<String, Known> mails = new HashMap<>();
    for (Known mail : told.isEmpty() ? List.<Known>of() : rows.lock(told)) {
      mails.put(mail.key().value(), mail);
      mails.put(mail.messageId(), mail);
    }
    Map<Name, MailEvent> events = new LinkedHashMap<>();
    for (MailEvent event : told) {
      Known mail = mailOf(event, mails);
      if (mail != null) {
        events.putIfAbsent(new Name(mail.messageId(), event.type().word(), event.at()), event);
      }
    }
    if (!events.isEmpty()) {
      events.keySet().retainAll(rows.insert(events));
      apply(events, mails);
    }
    return new Recorded(events.size(), told.size() - events.size());
  }

  /** The names of keys and of messages differ: one has no angle brackets. */
  private static @Nullable Known mailOf(MailEvent event, Map<String, Known> mails) {
    return event.key() != null
        ? mails.get(event.key())
        : mails.get(String.valueOf(event.messageId()));
  }

  private void apply(Map<Name, MailEvent> news, Map<String, Known> mails) {
    if (news.isEmpty()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    suppress(news, mails, now);
    nameByProvider(news);
    Set<String> touched = news.keySet().stream().map(Name::messageId).collect(Collectors.toSet());
    rows.apply(touched, now)
        .forEach(
            it -> settling.tell(new MailSettled(it.key(), it.purpose(), it.state(), null, now)));
  }

  private void suppress(Map<Name, MailEvent> news, Map<String, Known> mails, Instant now) {
    List<Suppression> found = new ArrayList<>();
    news.forEach(
        (name, event) -> {
          SuppressionReason reason = event.suppresses();
          Known mail = mails.get(name.messageId());
          if (reason != null && mail != null && mail.recipient() != null) {
            String email = mail.recipient().toLowerCase(Locale.ROOT);
            found.add(new Suppression(email, reason, event.reason(), now));
          }
        });
    if (!found.isEmpty()) {
      suppressions.put(found);
    }
  }

  private void nameByProvider(Map<Name, MailEvent> news) {
    Map<String, String> names = new HashMap<>();
    news.forEach(
        (name, event) -> {
          if (event.providerMessageId() != null) {
            names.put(name.messageId(), event.providerMessageId());
          }
        });
    if (!names.isEmpty()) {
      rows.nameByProvider(names);
    }
  }
}
