package com.faultmaven.events.publisher;

import com.faultmaven.events.Lead;
import com.faultmaven.events.WithBroker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Brings the log to the broker on a thread of its own, so that a broker that is slow or gone slows
 * nothing else down. It stands in line for the lead, publishes while it has it, and goes to the end
 * of the line when something fails.
 */
@WithBroker
@Component
class Publisher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final Duration TO_END = Duration.ofSeconds(10);

  private final DataSource database;
  private final KafkaProperties kafka;
  private final Turn turn;
  private final Replays replays;
  private final PublisherProperties properties;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private Thread thread = new Thread();
  private boolean failing;

  Publisher(
      DataSource database,
      KafkaProperties kafka,
      Turn turn,
      Replays replays,
      PublisherProperties properties) {
    this.database = database;
    this.kafka = kafka;
    this.turn = turn;
    this.replays = replays;
    this.properties = properties;
  }

  private void run() {
    try {
      do {
        standInLine();
      } while (!stopped.await(properties.stand().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void standInLine() throws InterruptedException {
    try (Lead lead = new Lead(database, Lead.Duty.PUBLISHING)) {
      if (lead.take()) {
        publish(lead);
      }
    } catch (SQLException
        | DataAccessException
        | TransactionException
        | KafkaException
        | NotPublished failure) {
      note(failure);
    } catch (RuntimeException failure) {
      LOG.error("Events could not be published, for a reason nobody thought of", failure);
    }
  }

  private void publish(Lead lead) throws InterruptedException {
    try (Broker broker = new Broker(kafka)) {
      while (mayGoOn(lead)) {
        replays.publish(broker, () -> mayGoOn(lead));
        boolean published = turn.publish(broker, () -> mayGoOn(lead));
        if (published) {
          noteSuccess();
        } else if (stopped.await(properties.look().toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    }
  }

  private boolean mayGoOn(Lead lead) {
    return stopped.getCount() > 0 && lead.holds();
  }

  /** Once for each time it begins: the broker may be gone for long. */
  private void note(Exception failure) {
    if (!failing && isRunning()) {
      LOG.warn("Events wait in the log until they can be published: {}", failure.getMessage());
      failing = true;
    }
  }

  private void noteSuccess() {
    if (failing) {
      LOG.info("Events are published again");
      failing = false;
    }
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("event-publisher").daemon().start(this::run);
  }

  @Override
  public void stop() {
    stopped.countDown();
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
