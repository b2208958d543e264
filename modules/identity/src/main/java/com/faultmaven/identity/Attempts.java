package com.faultmaven.identity;

import com.faultmaven.identity.audit.Origin;
import com.faultmaven.identity.signins.SignInQueries;
import com.faultmaven.web.addresses.ClientAddresses;
import com.faultmaven.web.identity.Believed;
import com.faultmaven.web.ratelimits.Allowance;
import com.faultmaven.web.ratelimits.Limit;
import com.faultmaven.web.ratelimits.RateLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How often somebody may be wrong about a password. No account is ever locked: what was used up
 * comes back by itself, and where a person usually signs in from, nobody elsewhere can use up
 * anything of theirs. A name that does not exist is counted like one that does. None of this is for
 * within a transaction.
 */
@Component
class Attempts {

  private final RateLimits rates;
  private final SignInQueries signIns;
  private final Origin.Current origins;
  private final @Nullable Limit ofNameAndNetwork;
  private final @Nullable Limit ofNetwork;
  private final @Nullable Limit ofName;
  private final @Nullable Limit ofRegistrations;
  private final @Nullable Limit ofMails;

  /** Behind a gateway that is not believed about addresses all seem to come from one network. */
  private final boolean networksAreKnown;

  Attempts(
      RateLimits rates,
      AccountProperties properties,
      AccountPolicy policy,
      SignInQueries signIns,
      Origin.Current origins,
      Believed believed,
      ClientAddresses addresses) {
    this.rates = rates;
    this.signIns = signIns;
    this.origins = origins;
    this.ofNameAndNetwork = properties.limits().ofNameAndNetwork();
    this.ofNetwork = properties.limits().ofNetwork();
    this.ofName = properties.limits().ofName();
    this.ofRegistrations = properties.limits().ofRegistrations(policy.isProduction());
    this.ofMails = properties.limits().ofMails();
    this.networksAreKnown = believed != Believed.GATEWAY || addresses.areForwarded();
  }

  /**
   * Goes on if a password may be tried for this name.
   *
   * @throws com.faultmaven.web.ratelimits.RateLimited if there were too many wrong ones
   */
  void requireLeft(String name) {
    String network = network();
    Map<Limit, String> here = here(name, network);
    Map<Limit, String> everywhere = everywhere(name, network);
    Map<Limit, String> all = new LinkedHashMap<>(here);
    all.putAll(everywhere);
    if (rates.areUnused(all)) {
      return;
    }
    here.forEach((limit, key) -> rates.look(limit, key).orRefuse());
    everywhere.forEach(
        (limit, key) -> {
          Allowance left = rates.look(limit, key);
          if (!left.granted() && !signIns.hasComeFrom(name, network)) {
            left.orRefuse();
          }
        });
  }

  /**
   * Counts a wrong password.
   *
   * @throws com.faultmaven.web.ratelimits.RateLimited if there were too many before
   */
  void failed(String name) {
    String network = network();
    List<Allowance> taken =
        here(name, network).entrySet().stream()
            .map(it -> rates.take(it.getKey(), it.getValue()))
            .toList();
    everywhere(name, network).forEach(rates::take);
    taken.forEach(Allowance::orRefuse);
  }

  /**
   * Counts an account that somebody registers.
   *
   * @throws com.faultmaven.web.ratelimits.RateLimited if there are too many from their network
   */
  void registers() {
    String network = network();
    if (ofRegistrations != null && network != null) {
      rates.take(ofRegistrations, network).orRefuse();
    }
  }

  /**
   * Counts a mail to an address, whether somebody has it or not.
   *
   * @throws com.faultmaven.web.ratelimits.RateLimited if there are too many
   */
  void mails(String address) {
    if (ofMails != null) {
      rates.take(ofMails, address).orRefuse();
    }
  }

  private Map<Limit, String> here(String name, @Nullable String network) {
    Map<Limit, String> counted = new LinkedHashMap<>();
    if (ofNameAndNetwork != null) {
      counted.put(ofNameAndNetwork, network == null ? name : network + '\n' + name);
    }
    if (ofNetwork != null && network != null) {
      counted.put(ofNetwork, network);
    }
    return counted;
  }

  private Map<Limit, String> everywhere(String name, @Nullable String network) {
    return ofName == null || network == null ? Map.of() : Map.of(ofName, name);
  }

  private @Nullable String network() {
    return networksAreKnown ? origins.get().network() : null;
  }
}
