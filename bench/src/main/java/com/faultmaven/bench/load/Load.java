package com.faultmaven.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Connections that send one message after another, all served by the calling thread, which costs
 * little beside what is measured. Between two calls nothing is read, so they follow at once.
 */
public final class Load implements AutoCloseable {

  private static final Duration TO_FINISH = Duration.ofSeconds(20);

  private final Requests requests;
  private Pace pace = new Pace.Unbounded();
  private final Selector selector;
  private final List<Wire> wires = new ArrayList<>();
  private final Deque<Wire> idle = new ArrayDeque<>();
  private Sample sample = new Sample();

  private Load(List<Target> targets, int connections, Requests requests) throws IOException {
    this.requests = requests;
    selector = Selector.open();
    for (int n = 0; n < connections; n++) {
      Wire wire = new Wire(n, targets.get(n % targets.size()), selector);
      wires.add(wire);
      idle.add(wire);
    }
  }

  /** Each connection sends the next message as soon as the last is answered. */
  public static Load closed(Target target, int connections, Requests requests) throws IOException {
    return closed(List.of(target), connections, requests);
  }

  /** The same over several processes in equal parts. */
  public static Load closed(List<Target> targets, int connections, Requests requests)
      throws IOException {
    return new Load(targets, connections, requests);
  }

  /**
   * Messages are due at a rate, whether or not those before are answered. A latency counts from
   * when the message was due, also if it had to wait for a connection.
   */
  public static Load open(Target target, int connections, Requests requests, double perSecond)
      throws IOException {
    Load load = new Load(List.of(target), connections, requests);
    load.continueAt(perSecond);
    return load;
  }

  /** Messages are due at this rate from now on, when all connections are there. */
  public void continueAt(double perSecond) {
    pace = new Pace.Fixed(perSecond, System.nanoTime());
  }

  /** Goes on for a while. */
  public Sample during(Duration length) throws IOException {
    sample = new Sample();
    long start = System.nanoTime();
    long end = start + length.toNanos();
    long now = start;
    while (now < end) {
      sendDue(now);
      for (long late = pace.dropLate(now); late > 0; late--) {
        sample.drop();
      }
      receive(idle.isEmpty() ? 100 : pace.millisToWait(now));
      now = System.nanoTime();
    }
    sample.took(now - start);
    return sample;
  }

  private void sendDue(long now) throws IOException {
    while (!idle.isEmpty() && pace.isDue(now)) {
      Wire wire = idle.pop();
      wire.send(requests.next(wire.number), pace.takeDue(now));
    }
  }

  private void receive(long millis) throws IOException {
    selector.select(
        key -> {
          try {
            receive((Wire) key.attachment());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        Math.max(1, millis));
  }

  private void receive(Wire wire) throws IOException {
    boolean answered;
    try {
      answered = wire.receive();
    } catch (IOException closed) {
      sample.fail(closed.toString());
      wire.giveUp();
      idle.add(wire);
      return;
    }
    if (answered) {
      long now = System.nanoTime();
      sample.add(wire.outcome(), now - wire.since(), wire);
      if (pace.isDue(now)) {
        wire.send(requests.next(wire.number), pace.takeDue(now));
      } else {
        idle.add(wire);
      }
    }
  }

  /** Waits for the answers that are still to come, and sends nothing more. */
  @Override
  public void close() throws IOException {
    pace.stop();
    long end = System.nanoTime() + TO_FINISH.toNanos();
    while (idle.size() < wires.size() && System.nanoTime() < end) {
      receive(100);
    }
    for (Wire wire : wires) {
      wire.close();
    }
    selector.close();
  }
}
