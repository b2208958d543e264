package com.faultmaven.web.limits;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The places of each caller. Knows only callers with requests under way, however many call. Those
 * nobody asks who they are share some. A user has one share in all organizations together, as a
 * client that names another organization with each request could take all places otherwise.
 */
final class CallerPlaces {

  private final Map<UserId, Share> shares = new ConcurrentHashMap<>();
  private final int places;
  private final Places all;
  private final Places ofNobody;

  /**
   * @param places of each caller
   * @param ofNobody of those nobody asks who they are, together
   * @param all of which they are a part
   */
  CallerPlaces(int places, int ofNobody, Places all) {
    this.places = places;
    this.all = all;
    this.ofNobody = all.share(ofNobody);
  }

  /**
   * Waits for a place among the requests of this caller.
   *
   * @param caller null if nobody knows
   * @throws TooManyRequests if none becomes free in time
   * @throws Overloaded the same, where nobody knows whose share it is
   */
  void take(@Nullable Caller caller) {
    if (caller == null) {
      if (!ofNobody.take()) {
        throw Overloaded.requests();
      }
      return;
    }
    Share share =
        shares.compute(
            caller.userId(), (_, known) -> (known == null ? new Share() : known).joined());
    if (!share.places.take()) {
      leave(caller);
      throw TooManyRequests.over(places);
    }
  }

  /** Gives back a place that was taken. */
  void giveBack(@Nullable Caller caller) {
    if (caller == null) {
      ofNobody.giveBack();
      return;
    }
    Share share = shares.get(caller.userId());
    if (share != null) {
      share.places.giveBack();
      leave(caller);
    }
  }

  private void leave(Caller caller) {
    shares.computeIfPresent(caller.userId(), (_, share) -> share.left());
  }

  /** Counts its requests only while the map holds its key. */
  private final class Share {

    private final Places places = all.share(CallerPlaces.this.places);
    private int requests;

    Share joined() {
      requests++;
      return this;
    }

    @Nullable Share left() {
      requests--;
      return requests == 0 ? null : this;
    }
  }
}
