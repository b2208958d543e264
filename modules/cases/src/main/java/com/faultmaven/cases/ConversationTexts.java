package com.faultmaven.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What is said in conversations; answered by the module that keeps them. */
public interface ConversationTexts {

  /**
   * A place in a conversation.
   *
   * @param number of the message, from 1
   */
  record Turn(CaseId caseId, int number) {}

  /** A message. */
  record Said(Turn turn, String content, Instant at) {}

  /** The messages at those places; those that are gone are left out. */
  List<Said> at(Collection<Turn> turns);

  /** The next messages of all conversations in the order of case and turn. */
  List<Said> after(Turn last, int most);
}
