package com.faultmaven.messaging.delivery;

import com.faultmaven.messaging.EventBatch;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the registry send the publications of a batch together; it writes them when the transaction
 * commits.
 */
@Component
class BatchedPublications {

  private final EntityManager entities;

  BatchedPublications(EntityManager entities) {
    this.entities = entities;
  }

  @EventListener
  void on(EventBatch batch) {
    entities.unwrap(Session.class).setJdbcBatchSize(Math.max(1, batch.events().size()));
  }
}
