package com.faultmaven.mail;

import com.faultmaven.jobs.Priority;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.jobs.Tasks;
import com.faultmaven.mail.Mails.Prepared;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends mail, in the transaction of whoever asks for it: it goes out once that commits. What became
 * of it is published as {@link MailSettled}.
 */
@Service
@Transactional
public class Mail {

  static final TaskType<Due> SENDING = new TaskType<>("mail.send", Due.class);

  private final Mails mails;
  private final MailLooks looks;
  private final ForgottenMails forgotten;
  private final MailEventRows events;
  private final Preparing preparing;
  private final Settling settling;
  private final Tasks tasks;
  private final WayOut way;
  private final PublicUrl url;
  private final Clock clock;

  Mail(
      Mails mails,
      MailLooks looks,
      ForgottenMails forgotten,
      MailEventRows events,
      Preparing preparing,
      Settling settling,
      Tasks tasks,
      WayOut way,
      PublicUrl url,
      Clock clock) {
    this.mails = mails;
    this.looks = looks;
    this.forgotten = forgotten;
    this.events = events;
    this.preparing = preparing;
    this.settling = settling;
    this.tasks = tasks;
    this.way = way;
    this.url = url;
    this.clock = clock;
  }

  /** The task of sending one. */
  record Due(String key) {}

  /** Whether mail can be sent here. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean isOpen() {
    return !(way instanceof Closed);
  }

  /** Whether letters can be sent here, whose links lead back here. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean isOpenForLetters() {
    return isOpen() && url.known();
  }

  /** Whether an address has the form of one that mail can be sent to. */
  public static boolean isAddress(String address) {
    return Address.takes(address, Purpose.NOTICE);
  }

  /**
   * Sends a mail, unless one was sent under its key before.
   *
   * @return whether it will be sent
   * @throws NoWayOut if {@link #isOpen} says no
   */
  public boolean send(OutgoingMail mail) {
    return !sendAll(List.of(mail)).isEmpty();
  }

  /**
   * Sends mails, in as many statements as one unless they are large; each unless one was sent under
   * its key before.
   *
   * @return which will be sent
   * @throws NoWayOut if {@link #isOpen} says no
   */
  public Set<MailKey> sendAll(Collection<OutgoingMail> all) {
    if (!isOpen()) {
      throw new NoWayOut();
    }
    Set<MailKey> sent = new HashSet<>();
    Preparing.portions(all).forEach(some -> sent.addAll(sendSome(some)));
    return sent;
  }

  private Set<MailKey> sendSome(List<OutgoingMail> some) {
    Preparing.Batch batch = preparing.prepare(some);
    Set<MailKey> fresh = new HashSet<>(mails.insert(batch.mails()));
    batch.keepTokens(fresh);
    Map<Priority, Map<String, Due>> due = new EnumMap<>(Priority.class);
    Set<MailKey> sent = new HashSet<>();
    for (Prepared prepared : batch.mails()) {
      MailKey key = prepared.mail().key();
      if (fresh.contains(key) && prepared.bytes() == null) {
        settling.settle(key, MailState.INVALID_EMAIL, null);
      } else if (fresh.contains(key)) {
        due.computeIfAbsent(prepared.mail().purpose().priority(), _ -> new LinkedHashMap<>())
            .put(key.value(), new Due(key.value()));
        sent.add(key);
      }
    }
    due.forEach((priority, keys) -> tasks.planAll(SENDING, keys, priority));
    return sent;
  }

  /** How mails are doing; those that are kept no more are left out. */
  @Transactional(readOnly = true)
  public Map<MailKey, MailLook> look(Collection<MailKey> keys) {
    return keys.isEmpty()
        ? Map.of()
        : looks.of(keys).stream().collect(Collectors.toMap(MailLook::key, Function.identity()));
  }

  /** A mail as it is handed over on every try, if it is kept. */
  @Transactional(readOnly = true)
  public Optional<byte[]> bytes(MailKey key) {
    return looks.bytes(key);
  }

  /**
   * Sends a mail again that failed, bounced for itself, or of which nobody knows whether it left:
   * somebody takes the risk of a second one.
   *
   * @return whether it will be sent
   */
  public boolean retry(MailKey key) {
    Optional<MailLooks.Retried> retried = looks.retry(key, clock.instant());
    retried.ifPresent(
        it -> {
          events.spend(it.messageId());
          // the task of the last try may not be through yet
          tasks.plan(SENDING, key + "/" + it.earlierAttempts(), new Due(key.value()));
        });
    return retried.isPresent();
  }

  /** Takes mails back that nobody began to hand over, and says which. */
  public List<MailKey> cancel(Collection<MailKey> keys) {
    List<MailKey> cancelled = mails.cancel(keys);
    cancelled.forEach(key -> tasks.cancel(SENDING, key.value()));
    return cancelled;
  }

  /** Deletes mails, sent or not; one that is being handed over once that is done. */
  public void forget(Collection<MailKey> keys) {
    forgotten.forget(keys).forEach(way::forget);
  }
}
