package com.faultmaven.identity;

import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Something that became true of an account, published in the transaction that makes it so. No fact
 * says what anybody is called.
 */
public sealed interface UserFact {

  UserId user();

  /** Counts up with every fact of the account. */
  long fact();

  Instant at();

  /** An account was created. */
  record UserCreated(UserId user, Set<String> roles, boolean service, long fact, Instant at)
      implements UserFact {}

  /**
   * An account was changed.
   *
   * @param changed the names of what changed
   */
  record UserUpdated(UserId user, List<String> changed, boolean active, long fact, Instant at)
      implements UserFact {}

  /** An account was deleted. */
  record UserDeleted(UserId user, long fact, Instant at) implements UserFact {}
}
