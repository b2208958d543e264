package com.faultmaven.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private static final int PLACES = 2;
  private static final Duration LONG = Duration.ofSeconds(30);

  private final AtomicLong nanos = new AtomicLong();
  private final Places places = Places.ofProcess(PLACES, LONG, nanos::get);
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    requests.shutdownNow();
  }

  @Test
  void letEightTimesAsManyWaitInARush() throws Exception {
    fill(places, PLACES);
    List<Future<Boolean>> waiting = come(places, 8 * PLACES);
    assertThat(places.take()).isFalse();

    waiting.forEach(_ -> places.giveBack());
    for (Future<Boolean> one : waiting) {
      assertThat(one.get()).isTrue();
    }
  }

  @Test
  void refuseAtOnceWhenTheQueueDoesNotDrainAndIsAsLongAsThePlacesAreMany() throws Exception {
    fill(places, PLACES);
    pass(Duration.ofMillis(501));
    List<Future<Boolean>> waiting = come(places, PLACES);

    assertThat(places.areCrowded()).isTrue();
    assertThat(places.take()).isFalse();

    places.giveBack();
    places.giveBack();
    for (Future<Boolean> one : waiting) {
      assertThat(one.get()).isTrue();
    }
    assertThat(places.areCrowded()).isFalse();
  }

  @Test
  void letOthersWaitAgainAsSoonAsSomebodyComesUponAFreePlace() throws Exception {
    fill(places, PLACES);
    pass(Duration.ofSeconds(10));
    places.giveBack();
    assertThat(places.take()).isTrue();

    come(places, 5 * PLACES);
    assertThat(places.areCrowded()).isFalse();
  }

  /** So do as many connections that are never idle, as long as requests are quick. */
  @Test
  void letManyWaitForAsLongAsEachWaitsForAMomentOnly() throws Exception {
    fill(places, PLACES);
    for (int n = 0; n < 10; n++) {
      passOn(Duration.ofMillis(250));
    }

    come(places, 5 * PLACES);
    assertThat(places.areCrowded()).isFalse();
  }

  @Test
  void refuseAtOnceWhenEachWaitsForLonger() throws Exception {
    fill(places, PLACES);
    passOn(Duration.ofMillis(251));
    passOn(Duration.ofMillis(251));

    come(places, PLACES);
    assertThat(places.areCrowded()).isTrue();
  }

  /** Waits are short because others are refused. */
  @Test
  void refuseUntilSomebodyComesUponAFreePlace() throws Exception {
    fill(places, PLACES);
    pass(Duration.ofMillis(501));
    passOn(Duration.ofMillis(1));

    come(places, PLACES);
    assertThat(places.areCrowded()).isTrue();
  }

  @Test
  void refuseWhoWaitsTooLong() {
    Places impatient = Places.ofProcess(1, Duration.ofMillis(1), nanos::get);
    fill(impatient, 1);
    assertThat(impatient.take()).isFalse();
  }

  /** One person's burst is nobody else's concern. */
  @Test
  void ofAShareLetManyWaitWhileTheProcessHasRoom() throws Exception {
    Places share = places.share(1);
    fill(share, 1);
    come(share, 4 * PLACES - 1);
    pass(Duration.ofMillis(501));
    assertThat(places.take()).isTrue();

    assertThat(share.areCrowded()).isFalse();
  }

  @Test
  void ofAShareLeaveRoomForOthersToWait() throws Exception {
    Places share = places.share(1);
    fill(share, 1);
    come(share, 4 * PLACES);

    assertThat(share.take()).isFalse();
    assertThat(places.areCrowded()).isFalse();
    fill(places, PLACES);
    come(places, 4 * PLACES);
    assertThat(places.take()).as("all who may wait do").isFalse();
  }

  @Test
  void ofAShareRefuseAtOnceWhileTheProcessIsDrowning() throws Exception {
    Places share = places.share(1);
    fill(share, 1);
    fill(places, PLACES);
    pass(Duration.ofMillis(501));
    come(share, 1);

    assertThat(share.take()).isFalse();
  }

  private static void fill(Places places, int many) {
    for (int n = 0; n < many; n++) {
      assertThat(places.take()).isTrue();
    }
  }

  /** Somebody waits that long, and then has the place of another. */
  private void passOn(Duration wait) throws Exception {
    List<Future<Boolean>> waiting = come(places, 1);
    pass(wait);
    places.giveBack();
    assertThat(waiting.getFirst().get()).isTrue();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Returns when they wait. */
  private List<Future<Boolean>> come(Places where, int many) {
    int before = where.waiting();
    List<Future<Boolean>> come = new ArrayList<>();
    for (int n = 0; n < many; n++) {
      come.add(requests.submit(where::take));
    }
    await().until(() -> where.waiting() == before + many);
    return come;
  }
}
