package com.faultmaven.messaging.publisher;

import com.faultmaven.jobs.Job;
import com.faultmaven.jobs.Jobs;
import com.faultmaven.messaging.Lead;
import com.faultmaven.messaging.WithBroker;
import com.faultmaven.messaging.log.Appended;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the log to the broker on a thread of its own, so that a broker that is slow or gone slows
 * nothing else down. It publishes while this process has the lead; whatever fails, it gives the
 * lead up, and tries again after a pause.
 */
@WithBroker
@Component
class Publisher implements SmartLifecycle {

  private static final Duration TO_END = Duration.ofSeconds(10);

  private final DataSource database;
  private final KafkaProperties kafka;
  private final Turn turn;
  private final Replays replays;
  private final Appended appended;
  private final PublisherProperties properties;
  private final Job job;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private Thread thread = new Thread();

  Publisher(
      DataSource database,
      KafkaProperties kafka,
      Turn turn,
      Replays replays,
      Appended appended,
      PublisherProperties properties,
      Jobs jobs) {
    this.database = database;
    this.kafka = kafka;
    this.turn = turn;
    this.replays = replays;
    this.appended = appended;
    this.properties = properties;
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
    try (Lead lead = new Lead(database, Lead.Duty.PUBLISHING)) {
      if (lead.take()) {
        publish(lead);
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

  private void publish(Lead lead) throws InterruptedException {
    Duration pause = properties.look();
    try (Broker broker = new Broker(kafka)) {
      while (mayGoOn(lead)) {
        replays.publish(broker, () -> mayGoOn(lead));
        boolean published = turn.publish(broker, () -> mayGoOn(lead));
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

  private boolean mayGoOn(Lead lead) {
    return isRunning() && lead.holds();
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
