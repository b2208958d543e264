package com.faultmaven.mail;

import com.faultmaven.mail.Mails.Prepared;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes of what somebody wants to send what goes out; a letter gets its way to opt out. */
@Component
class Preparing {

  /** Of octets that are held at once; a character of a text becomes at most twelve. */
  private static final int PORTION = 4 << 20;

  private static final int OCTETS = 12;

  private final Mime mime;
  private final UnsubscribeTokens tokens;
  private final PublicUrl url;

  Preparing(Mime mime, UnsubscribeTokens tokens, PublicUrl url) {
    this.mime = mime;
    this.tokens = tokens;
    this.url = url;
  }

  /** Mails that are to be stored together. */
  final class Batch {

    private final List<Prepared> mails = new ArrayList<>();
    private final Map<MailKey, String> links = new HashMap<>();

    private void add(OutgoingMail mail) {
      boolean takes = Address.takes(mail.to(), mail.purpose());
      OutgoingMail whole = takes && mail.purpose() == Purpose.LETTER ? withLink(mail) : mail;
      mails.add(new Prepared(whole, mime.messageId(mail.key()), takes ? mime.bytes(whole) : null));
    }

    /** RFC 8058: one POST, without asking who it is. */
    private OutgoingMail withLink(OutgoingMail letter) {
      String token = tokens.random();
      links.put(letter.key(), token);
      return letter
          .with("List-Unsubscribe", "<" + url.value() + "/api/v1/mail/unsubscribe/" + token + ">")
          .with("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    List<Prepared> mails() {
      return mails;
    }

    /** Stores the tokens in letters that were not there before. */
    void keepTokens(Set<MailKey> fresh) {
      Map<String, String> addresses = new HashMap<>();
      for (Prepared prepared : mails) {
        String token = links.get(prepared.mail().key());
        if (token != null && fresh.contains(prepared.mail().key())) {
          addresses.put(token, prepared.mail().to());
        }
      }
      if (!addresses.isEmpty()) {
        tokens.insert(addresses);
      }
    }
  }

  /** Mails in portions whose octets fit into memory; most fit into one. */
  static List<List<OutgoingMail>> portions(Collection<OutgoingMail> all) {
    List<List<OutgoingMail>> portions = new ArrayList<>();
    int room = 0;
    for (OutgoingMail mail : all) {
      int octets = octets(mail);
      if (portions.isEmpty() || octets > room) {
        portions.add(new ArrayList<>());
        room = PORTION;
      }
      room -= octets;
      portions.getLast().add(mail);
    }
    return portions;
  }

  private static int octets(OutgoingMail mail) {
    int html = mail.html() == null ? 0 : mail.html().length();
    Attachment file = mail.attachment();
    return OCTETS * (mail.text().length() + html) + (file == null ? 0 : 2 * file.content().length);
  }

  Batch prepare(Collection<OutgoingMail> all) {
    Batch batch = new Batch();
    all.forEach(batch::add);
    return batch;
  }
}
