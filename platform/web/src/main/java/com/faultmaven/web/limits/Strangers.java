package com.faultmaven.web.limits;

import com.faultmaven.web.addresses.ClientAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Those nobody knows, with their bodies. So many of them are waited for at once, and of each
 * network a part: whoever is slow keeps out only others who have to be waited for, first those of
 * the own network. What comes with its headers is never waited for, nor is a short answer.
 */
final class Strangers {

  /** Of the bytes of all bodies. */
  private static final int PART_OF_ALL = 3;

  /** Of what is theirs, both bytes and those that are waited for. */
  private static final int PART_OF_A_NETWORK = 4;

  private final long largest;
  private final BodyBudget budget;
  private final Places places;
  private final int ofANetwork;
  private final ClientAddresses addresses;
  private final Map<String, Network> networks = new ConcurrentHashMap<>();

  Strangers(LimitProperties properties, BodyBudget all, ClientAddresses addresses) {
    this.addresses = addresses;
    int bodies = properties.publicBodies();
    this.largest = properties.body().toBytes();
    this.budget = all.part(PART_OF_ALL, largest);
    this.places = Places.ofProcess(bodies, properties.maxWait(), System::nanoTime);
    this.ofANetwork = Math.max(1, bodies / PART_OF_A_NETWORK);
  }

  /** What one request takes of it. */
  BodyRoom room(HttpServletRequest request) {
    return new Room(request);
  }

  /** Is known while it has requests with bodies under way. */
  private final class Network {

    private final BodyBudget bytes = budget.part(PART_OF_A_NETWORK, largest);
    private final Places waiting = places.share(ofANetwork);
    private int requests;

    Network joined() {
      requests++;
      return this;
    }

    @Nullable Network left() {
      requests--;
      return requests == 0 ? null : this;
    }
  }

  /** A request in its network. */
  private record Presence(String name, Network network, BodyRoom bytes) {}

  private final class Room implements BodyRoom {

    private final HttpServletRequest request;
    private @Nullable Presence presence;
    private boolean waiting;

    Room(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public void take(int bytes) {
      presence().bytes.take(bytes);
    }

    @Override
    public void await() {
      if (waiting) {
        return;
      }
      Places ofNetwork = presence().network.waiting;
      if (!ofNetwork.take()) {
        throw TooManyRequests.slow(ofANetwork);
      }
      if (!places.take()) {
        ofNetwork.giveBack();
        throw Overloaded.bodies();
      }
      waiting = true;
    }

    @Override
    public void arrived() {
      if (waiting) {
        waiting = false;
        places.giveBack();
        presence().network.waiting.giveBack();
      }
    }

    @Override
    public void close() {
      arrived();
      if (presence != null) {
        presence.bytes.close();
        networks.computeIfPresent(presence.name, (_, network) -> network.left());
        presence = null;
      }
    }

    private Presence presence() {
      if (presence == null) {
        String name = addresses.networkOf(request);
        Network network =
            networks.compute(name, (_, known) -> (known == null ? new Network() : known).joined());
        presence = new Presence(name, network, network.bytes.room());
      }
      return presence;
    }
  }
}
