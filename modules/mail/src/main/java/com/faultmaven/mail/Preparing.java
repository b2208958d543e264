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

  Batch prepare(Collection<OutgoingMail> all) {
    Batch batch = new Batch();
    all.forEach(batch::add);
    return batch;
  }
}
