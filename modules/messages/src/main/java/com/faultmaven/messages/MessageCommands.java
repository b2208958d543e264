package com.faultmaven.messages;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseOpened;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.NextMessage;
import com.faultmaven.cases.SearchIndex;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that changes a conversation. Each addition locks the case first, in the statement that
 * counts the message, so that its turns are numbered in the order of their commits, and publishes
 * the fact last, all in one transaction.
 */
@Service
@Transactional
public class MessageCommands {

  private final Cases cases;
  private final SearchIndex search;
  private final Messages messages;
  private final MessageProperties speakers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MessageCommands(
      Cases cases,
      SearchIndex search,
      Messages messages,
      MessageProperties speakers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.cases = cases;
    this.search = search;
    this.messages = messages;
    this.speakers = speakers;
    this.events = events;
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
    NextMessage next = cases.countMessage(caseId, clock.instant(), caller);
    speakers.requireMaySpeak(said.role(), caller);
    next.requireConversation();
    Message added = messages.append(caseId, said, caller.userId(), next.at());
    if (added.turnNumber() > next.count()) {
      cases.countUpTo(caseId, added.turnNumber(), next.at());
    }
    publish(added, next.owner(), next.fact());
    return added;
  }

  /** Adds what the owner of a case said when opening it, within the transaction that opens it. */
  void begin(CaseOpened fact, NewMessage said) {
    UserId owner = fact.opened().owner();
    Message added = messages.append(fact.caseId(), said, owner, fact.at());
    publish(added, owner, fact.initialMessageFact());
  }

  private void publish(Message added, UserId owner, long fact) {
    search.putMessage(
        added.caseId(), owner, added.turnNumber(), added.content().value(), added.createdAt());
    events.publishEvent(new MessageAdded(added, owner, fact));
  }
}
