package com.faultmaven.web.ratelimits;

import com.faultmaven.kernel.Caller;
import com.faultmaven.web.addresses.ClientAddresses;
import com.faultmaven.web.lifecycle.ClientNames;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which limits a request counts against. The name of a client is what it says of itself, so it
 * shares out among those who are honest; that of a user is known.
 *
 * @param user of one user, in all organizations together
 * @param client of all users together of one client
 * @param network of public operations, whose callers nobody knows
 */
record RequestLimits(
    Pair user, Pair client, Pair network, ClientNames clients, ClientAddresses addresses) {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  /** Of reads and of writes; null is no limit. */
  record Pair(@Nullable Limit reads, @Nullable Limit writes) {

    @Nullable Limit of(HttpServletRequest request) {
      return READS.contains(request.getMethod()) ? reads : writes;
    }

    boolean isEmpty() {
      return reads == null && writes == null;
    }
  }

  /** A limit, and whom it is counted for. */
  record Counted(Limit limit, String key) {}

  boolean isEmpty() {
    return user.isEmpty() && client.isEmpty() && network.isEmpty();
  }

  /**
   * Those of this request.
   *
   * @param caller null if nobody is asked
   */
  List<Counted> of(HttpServletRequest request, @Nullable Caller caller) {
    List<Counted> limits = new ArrayList<>(2);
    if (caller == null) {
      Limit ofNetwork = network.of(request);
      if (ofNetwork != null) {
        limits.add(new Counted(ofNetwork, addresses.networkOf(request)));
      }
      return limits;
    }
    Limit ofUser = user.of(request);
    if (ofUser != null) {
      limits.add(new Counted(ofUser, caller.userId().value()));
    }
    Limit ofClient = client.of(request);
    if (ofClient != null) {
      limits.add(new Counted(ofClient, clients.of(request.getHeader(ClientNames.HEADER))));
    }
    return limits;
  }
}
