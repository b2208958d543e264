package com.faultmaven.messaging.consumer;

import com.faultmaven.jobs.Job;
import com.faultmaven.jobs.Jobs;
import com.faultmaven.messaging.WithBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.stereotype.Component;

/** Reports what became of records: one that is parked is done with. */
@WithBroker
@Component
class RecordOutcomes implements RetryListener {

  private final Job consumer;

  RecordOutcomes(Jobs jobs) {
    this.consumer = jobs.named("consumer");
  }

  void processed() {
    consumer.succeeded();
  }

  @Override
  public void failedDelivery(
      ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
    if (failure != null) {
      consumer.failed(NestedExceptionUtils.getMostSpecificCause(failure));
    }
  }

  @Override
  public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception failure) {
    consumer.succeeded();
  }

  @Override
  public void recoveryFailed(
      ConsumerRecord<?, ?> record, @Nullable Exception failure, Exception refused) {
    consumer.failed(refused);
  }
}
