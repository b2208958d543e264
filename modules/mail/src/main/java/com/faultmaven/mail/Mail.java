package com.faultmaven.mail;

import com.faultmaven.jobs.TaskType;
import com.faultmaven.jobs.Tasks;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends mail, in the transaction of whoever asks for it: it goes out once that commits. What became
 * of it is told by {@link MailSettled}.
 */
@Service
@Transactional
public class Mail {

  static final TaskType<Due> SENDING = new TaskType<>("mail.send", Due.class);

  private final Mails mails;
  private final Mime mime;
  private final Settling settling;
  private final Tasks tasks;
  private final WayOut way;

  Mail(Mails mails, Mime mime, Settling settling, Tasks tasks, WayOut way) {
    this.mails = mails;
    this.mime = mime;
    this.settling = settling;
    this.tasks = tasks;
    this.way = way;
  }

  /** The task of sending one. */
  record Due(String key) {}

  /** Whether mail can be sent here. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean isOpen() {
    return !(way instanceof Closed);
  }

  /**
   * Sends a mail, unless one was sent under its key before.
   *
   * @return whether it will be sent
   * @throws NoWayOut if {@link #isOpen} says no
   */
  public boolean send(OutgoingMail mail) {
    if (!isOpen()) {
      throw new NoWayOut();
    }
    boolean takes = Address.takes(mail.to(), mail.purpose());
    String id = mime.messageId(mail.key());
    if (!mails.insert(mail, id, takes ? mime.bytes(mail) : null)) {
      return false;
    }
    if (takes) {
      tasks.plan(SENDING, mail.key().value(), new Due(mail.key().value()));
    } else {
      settling.settle(mail.key(), MailState.INVALID_EMAIL, null);
    }
    return takes;
  }

  /** Takes mails back that nobody began to hand over, and says which. */
  public List<MailKey> cancel(Collection<MailKey> keys) {
    List<MailKey> cancelled = mails.cancel(keys);
    cancelled.forEach(key -> tasks.cancel(SENDING, key.value()));
    return cancelled;
  }

  /** Deletes mails, sent or not; one that is being handed over once that is done. */
  public void forget(Collection<MailKey> keys) {
    mails.forget(keys).forEach(way::forget);
  }
}
