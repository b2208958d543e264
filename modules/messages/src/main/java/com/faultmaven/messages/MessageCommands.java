package com.faultmaven.messages;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.cases.SearchIndex;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that changes a conversation. Each addition locks the case first, so that its turns are
 * numbered in the order of their commits, and tells the fact last, all in one transaction.
 */
@Service
@Transactional
public class MessageCommands {

  private final CaseAccess cases;
  private final SearchIndex search;
  private final Messages messages;
  private final MessageProperties speakers;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  MessageCommands(
      CaseAccess cases,
      SearchIndex search,
      Messages messages,
      MessageProperties speakers,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.cases = cases;
    this.search = search;
    this.messages = messages;
    this.speakers = speakers;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Adds the next message of a case.
   *
   * @throws com.faultmaven.cases.CaseNotFound if the caller may not see the case
   * @throws com.faultmaven.cases.PermissionDenied if the caller may only read it
   * @throws RoleDenied if the caller may not speak in that role
   * @throws com.faultmaven.cases.ConversationEnded if the case takes no more messages
   */
  public Message add(CaseId caseId, NewMessage said, Caller caller) {
    ClaimedCase claimed = cases.claim(caseId, IfMatch.of(null), caller);
    speakers.requireMaySpeak(said.role(), caller);
    claimed.requireConversation();
    return add(claimed, said, caller.userId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Adds what the owner of a case said when opening it, within the transaction that opens it. */
  void begin(CaseId opened, NewMessage said, Instant at) {
    ClaimedCase claimed = cases.claimNext(opened);
    add(claimed, said, claimed.owner(), at);
  }

  private Message add(ClaimedCase claimed, NewMessage said, UserId author, Instant at) {
    Message added = messages.append(claimed.id(), said, author, at);
    search.putMessage(
        claimed.id(), claimed.owner(), added.turnNumber(), added.content().value(), at);
    facts.publishEvent(new MessageAdded(added, claimed.owner(), claimed.fact()));
    return added;
  }
}
