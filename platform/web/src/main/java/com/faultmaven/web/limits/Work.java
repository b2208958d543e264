package com.faultmaven.web.limits;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.Foreground;
import org.jspecify.annotations.Nullable;

/**
 * What is done for one request, with a place among its caller's requests and one among all. Threads
 * are virtual and cost nothing, so nothing else would bound the work.
 */
public final class Work implements AutoCloseable {

  private static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();

  private final CallerPlaces callers;
  private final Places all;
  private final @Nullable Caller caller;
  private boolean joined;
  private boolean begun;

  Work(CallerPlaces callers, Places all, @Nullable Caller caller) {
    this.callers = callers;
    this.all = all;
    this.caller = caller;
  }

  /**
   * Lets the request on this thread wait for something, such as news, without taking a place from
   * others meanwhile. Outside a request it just waits.
   *
   * @throws com.faultmaven.kernel.Refusal if no place is free in time afterwards
   */
  public static void pause(Runnable waiting) {
    if (!CURRENT.isBound()) {
      waiting.run();
      return;
    }
    Work work = CURRENT.get();
    work.close();
    waiting.run();
    work.join();
    work.begin();
  }

  /**
   * Takes a place among the requests of the caller.
   *
   * @throws com.faultmaven.kernel.Refusal if none becomes free in time
   */
  void join() {
    callers.take(caller);
    joined = true;
  }

  /**
   * Takes a place among all requests.
   *
   * @throws Overloaded if none becomes free in time
   */
  void begin() {
    if (!all.take()) {
      throw Overloaded.requests();
    }
    begun = true;
  }

  /** Does something as this work, on this thread: whoever sent the request waits for it. */
  void run(Runnable rest) {
    ScopedValue.where(CURRENT, this).run(() -> Foreground.run(rest));
  }

  /**
   * What is left is to send the answer: gives back the place among all, and that of somebody nobody
   * knows. A known caller's share bounds what is sent to it.
   */
  void isDone() {
    if (begun) {
      begun = false;
      all.giveBack();
    }
    if (joined && caller == null) {
      joined = false;
      callers.giveBack(null);
    }
  }

  /** Gives back the places taken. */
  @Override
  public void close() {
    if (begun) {
      begun = false;
      all.giveBack();
    }
    if (joined) {
      joined = false;
      callers.giveBack(caller);
    }
  }
}
