package com.faultmaven.messaging.publisher;

import com.faultmaven.jobs.Job;
import com.faultmaven.jobs.Jobs;
import com.faultmaven.messaging.LeaderLock;
import com.faultmaven.messaging.WithBroker;
import com.faultmaven.messaging.log.Appended;
import com.faultmaven.tracing.Tracing;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the log to the broker on a thread of its own, so that a broker that is slow or gone slows
 * nothing else down. It publishes while this process is the leader; after any failure it gives
 * leadership up, and tries again after a pause.
 */
@WithBroker
@Component
class Publisher implements SmartLifecycle {

  private static final Duration TO_END = Duration.ofSeconds(10);

  private final DataSource database;
  private final KafkaProperties kafka;
  private final PublishBatch batch;
  private final Replays replays;
  private final Appended appended;
  private final PublisherProperties properties;
  private final Tracing tracing;
  private final Job job;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private Thread thread = new Thread();

  Publisher(
      DataSource database,
      KafkaProperties kafka,
      PublishBatch batch,
      Replays replays,
      Appended appended,
      PublisherProperties properties,
      Tracing tracing,
      Jobs jobs) {
    this.database = database;
    this.kafka = kafka;
    this.batch = batch;
    this.replays = replays;
    this.appended = appended;
    this.properties = properties;
    this.tracing = tracing;
    this.job = jobs.named("publisher");
  }

  private void run() {
    try {
      do {
        publishIfLeading();
      } while (!stopped.await(properties.stand().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publishIfLeading() throws InterruptedException {
    try (LeaderLock lock = new LeaderLock(database, LeaderLock.Role.PUBLISHING)) {
      if (lock.tryToLead()) {
        publish(lock);
      } else {
        job.succeeded();
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable failure) {
      if (isRunning()) {
        job.failed(failure);
      }
    }
  }

  private void publish(LeaderLock lock) throws InterruptedException {
    Duration pause = properties.look();
    try (KafkaSender sender = new KafkaSender(kafka, tracing)) {
      while (mayGoOn(lock)) {
        replays.publish(sender, () -> mayGoOn(lock));
        boolean published = batch.publish(sender, () -> mayGoOn(lock));
        job.succeeded();
        // what was committed here may have to wait for what still runs elsewhere
        boolean soon = published || appended.await(pause);
        pause = soon ? properties.look() : longer(pause);
      }
    }
  }

  private Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(properties.idle()) < 0 ? doubled : properties.idle();
  }

  private boolean mayGoOn(LeaderLock lock) {
    return isRunning() && lock.holds();
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("event-publisher").daemon().start(this::run);
  }

  @Override
  public void stop() {
    stopped.countDown();
    appended.announce();
    try {
      thread.join(TO_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
