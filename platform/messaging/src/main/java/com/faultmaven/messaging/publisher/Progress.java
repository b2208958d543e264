package com.faultmaven.messaging.publisher;

import com.faultmaven.messaging.log.LogPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How far a batch has come. */
final class Progress {

  private final LogPosition from;
  private final List<Rejected> rejected = new ArrayList<>();
  private LogPosition to;

  Progress(LogPosition from) {
    this.from = from;
    this.to = from;
  }

  /** Waits until an event is done with in every channel. */
  void await(InFlight sending, BooleanSupplier mayGoOn) throws InterruptedException {
    List<Rejected> rejectedNow = new ArrayList<>();
    for (InFlightRecord copy : sending.copies()) {
      copy.await(mayGoOn).ifPresent(rejectedNow::add);
    }
    // only now: an event that is not done with in every channel is sent again in all
    rejected.addAll(rejectedNow);
    to = sending.event().position();
  }

  LogPosition from() {
    return from;
  }

  LogPosition to() {
    return to;
  }

  boolean isNone() {
    return to.equals(from);
  }

  /** What the broker will never take, and is passed. */
  List<Rejected> rejected() {
    return List.copyOf(rejected);
  }
}
