package com.faultmaven.escalations;

import com.faultmaven.mail.Attachment;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import com.faultmaven.mail.MailLook;
import com.faultmaven.mail.OutgoingMail;
import com.faultmaven.mail.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes one mail for each recipient of a letter. */
@Component
class LetterMails {

  private final Mail mail;
  private final RandomGenerator random;

  LetterMails(Mail mail, RandomGenerator random) {
    this.mail = mail;
    this.random = random;
  }

  private record Recipient(@Nullable TargetId target, String email) {}

  /** Whether letters can be sent here. */
  boolean areOpen() {
    return mail.isOpenForLetters();
  }

  /** Sends them, and says how they are doing: some go nowhere from the beginning. */
  List<DeliveryRows.New> send(Recipients recipients, Letter letter, @Nullable Attachment file) {
    List<Recipient> all = new ArrayList<>();
    for (Target target : recipients.targets()) {
      all.add(new Recipient(target.id(), String.valueOf(target.details().email())));
    }
    recipients.copies().forEach(copy -> all.add(new Recipient(null, copy)));
    List<OutgoingMail> mails = all.stream().map(it -> mail(it, letter, file)).toList();
    mail.sendAll(mails);
    Map<MailKey, MailLook> looks = mail.look(mails.stream().map(OutgoingMail::key).toList());
    List<DeliveryRows.New> sent = new ArrayList<>();
    for (int n = 0; n < all.size(); n++) {
      MailKey key = mails.get(n).key();
      sent.add(
          new DeliveryRows.New(
              new DeliveryId(key.value()),
              all.get(n).target(),
              all.get(n).email(),
              Objects.requireNonNull(looks.get(key))));
    }
    return sent;
  }

  private OutgoingMail mail(Recipient to, Letter letter, @Nullable Attachment file) {
    MailKey key = DeliveryId.random(random).key();
    OutgoingMail plain =
        OutgoingMail.of(key, Purpose.LETTER, to.email(), letter.subject(), letter.body());
    return file == null ? plain : plain.with(file);
  }
}
