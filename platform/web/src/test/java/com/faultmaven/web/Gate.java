package com.faultmaven.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a request up in the middle, so that another can overtake it. */
final class Gate {

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  void awaitArrival() throws InterruptedException {
    if (!arrived.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody came");
    }
  }

  void letPass() {
    open.countDown();
  }

  private void pass() {
    arrived.countDown();
    try {
      open.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The gates in the way, by what they wait for. */
  static final class Gates {

    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    Gate open(String name) {
      return gates.computeIfAbsent(name, _ -> new Gate());
    }

    void pass(String name) {
      Gate gate = gates.get(name);
      if (gate != null) {
        gate.pass();
      }
    }
  }
}
