package com.faultmaven.messaging;

import java.util.Set;

/**
 * The members of a module's payloads that say nothing of a person: ids of things, times, and words
 * of the contract. When the data of a user is deleted, all other members of the user's own events
 * are emptied.
 */
public interface KeptMembers {

  /** Their names. */
  Set<String> names();
}
