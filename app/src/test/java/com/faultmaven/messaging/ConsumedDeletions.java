package com.faultmaven.messaging;

import com.faultmaven.contracts.cases.events.AuthUserDeletedV1;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stands before the consumer of deleted users, in a test that imports it. */
class ConsumedDeletions implements BeanPostProcessor {

  private final List<AuthUserDeletedV1> users = new CopyOnWriteArrayList<>();

  List<AuthUserDeletedV1> users() {
    return users;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof EventConsumer<?> consumer
            && consumer.type().equals(AuthUserDeletedV1.class)
        ? new Recording((EventConsumer<AuthUserDeletedV1>) consumer)
        : bean;
  }

  private final class Recording implements EventConsumer<AuthUserDeletedV1> {

    private final EventConsumer<AuthUserDeletedV1> consumer;

    Recording(EventConsumer<AuthUserDeletedV1> consumer) {
      this.consumer = consumer;
    }

    @Override
    public String id() {
      return consumer.id();
    }

    @Override
    public String channel() {
      return consumer.channel();
    }

    @Override
    public Class<AuthUserDeletedV1> type() {
      return consumer.type();
    }

    @Override
    public void on(AuthUserDeletedV1 event) {
      consumer.on(event);
      users.add(event);
    }
  }
}
