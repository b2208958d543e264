package com.faultmaven.__name__;

import com.faultmaven.kernel.Caller;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that changes entries; each change publishes its fact in the same transaction. */
@Service
@Transactional
public class __Name__Commands {

  private final __Name__Rows rows;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  __Name__Commands(__Name__Rows rows, ApplicationEventPublisher facts, Clock clock) {
    this.rows = rows;
    this.facts = facts;
    this.clock = clock;
  }

  /** Adds an entry of the caller's. */
  public Entry add(String text, Caller caller) {
    Entry added = new Entry(EntryId.random(), caller.userId(), text, clock.instant());
    rows.insert(added);
    facts.publishEvent(new EntryAdded(added));
    return added;
  }
}
