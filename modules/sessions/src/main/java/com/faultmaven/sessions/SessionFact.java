package com.faultmaven.sessions;

import java.time.Instant;

/** Something that became true of a session, told in the transaction that made it true. */
public sealed interface SessionFact {

  Session session();

  /** When it became true. */
  Instant at();

  /** The number of the fact among those of the session. */
  default long number() {
    return session().facts() + 1;
  }

  /** It was opened. */
  record Opened(Session session) implements SessionFact {

    @Override
    public Instant at() {
      return session.createdAt();
    }

    /** It comes with the session. */
    @Override
    public long number() {
      return session.facts();
    }
  }

  /**
   * It ended by itself.
   *
   * @param byAge whether it was as old as a session can be; else nothing happened in it
   */
  record Expired(Session session, boolean byAge, Instant at) implements SessionFact {}

  /** It was ended. */
  record Terminated(Session session, Reason reason, Instant at) implements SessionFact {

    /** Why. */
    public enum Reason {
      REQUESTED("requested"),
      LIMIT("limit"),
      USER_DELETED("user_deleted");

      private final String word;

      Reason(String word) {
        this.word = word;
      }

      /** As the contract has it. */
      public String word() {
        return word;
      }
    }
  }
}
