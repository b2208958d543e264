package com.faultmaven.messaging;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The members of a module's payloads that say nothing of a person: ids of things, times, and words
 * of the contract. When the data of a user is deleted, all other members of the user's own events
 * are emptied.
 */
public interface KeptMembers {

  /** Their names. */
  Set<String> names();

  /**
   * Members whose texts are kept if they are of a form that says nothing: a name may mean an id in
   * the events of one module, and words of a person in those of another.
   */
  default Map<String, Pattern> forms() {
    return Map.of();
  }
}
