package com.faultmaven.movingin;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.importing.Conversation;
import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.messages.importing.ImportedMessage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Cases of a batch, and what can be told of their conversations while these run through. */
final class Talks {

  private static final class Talk {
    final ImportedCase about;
    final Fingerprint fingerprint;
    Conversation size = Conversation.NONE;

    Talk(ImportedCase about) {
      this.about = about;
      this.fingerprint = new Fingerprint(about, about.tagNames().values());
    }
  }

  private final Map<CaseId, Talk> talks = new LinkedHashMap<>();
  private long messages;

  Talks(Collection<ImportedCase> cases) {
    cases.forEach(each -> talks.put(each.id(), new Talk(each)));
  }

  Set<CaseId> ids() {
    return talks.keySet();
  }

  /** Takes a message, and gives it on. */
  Consumer<ImportedMessage> then(Consumer<ImportedMessage> next) {
    return message -> {
      Talk talk = of(message.caseId());
      talk.fingerprint.add(message);
      talk.size = talk.size.plus(message.at());
      messages++;
      next.accept(message);
    };
  }

  ImportedCase caseOf(ImportedMessage message) {
    return of(message.caseId()).about;
  }

  Conversation of(ImportedCase each) {
    return of(each.id()).size;
  }

  /** Of the case and all its messages, which have run through. */
  byte[] fingerprint(ImportedCase each) {
    return of(each.id()).fingerprint.end();
  }

  long messages() {
    return messages;
  }

  private Talk of(CaseId id) {
    return Objects.requireNonNull(talks.get(id));
  }
}
