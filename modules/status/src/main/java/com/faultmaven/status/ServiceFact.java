package com.faultmaven.status;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that became true of a service, told in the transaction that made it true. */
public sealed interface ServiceFact {

  /** When it became true. */
  Instant at();

  /** The number of the fact among those of the service. */
  long number();

  /** A service was added. */
  record Created(Service service, @Nullable String by) implements ServiceFact {

    @Override
    public Instant at() {
      return service.createdAt();
    }

    @Override
    public long number() {
      return service.facts();
    }
  }

  /**
   * A service was described anew.
   *
   * @param changes the members that changed, with their new values
   */
  record Updated(Service service, Map<String, @Nullable Object> changes, @Nullable String by)
      implements ServiceFact {

    @Override
    public Instant at() {
      return service.updatedAt();
    }

    @Override
    public long number() {
      return service.facts();
    }
  }

  /** A service is gone. */
  record Deleted(Service service, Instant at, @Nullable String by) implements ServiceFact {

    @Override
    public long number() {
      return service.facts() + 1;
    }
  }

  /** A service got better or worse. */
  record ConditionChanged(ConditionChange change, Cause cause) implements ServiceFact {

    @Override
    public Instant at() {
      return cause.at();
    }

    @Override
    public long number() {
      return change.number();
    }
  }
}
