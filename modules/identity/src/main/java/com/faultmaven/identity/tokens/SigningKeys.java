package com.faultmaven.identity.tokens;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of access tokens, in memory. Whoever reads tokens learns of a key ten minutes before it
 * signs, and may use it as long as a token of it can be unexpired. States follow from times, so
 * that no job has to change them.
 */
@Component
public class SigningKeys implements InitializingBean {

  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final KeyRows rows;
  private final TokenProperties properties;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final @Nullable KeyCipher cipher;
  private final Map<String, RSAKey> decrypted = new HashMap<>();
  private volatile Known known = new Known(List.of(), Map.of(), List.of());

  SigningKeys(
      KeyRows rows,
      InstallationSecret secret,
      TokenProperties properties,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.rows = rows;
    this.properties = properties;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
    this.cipher = secret.value().map(KeyCipher::new).orElse(null);
  }

  private record Known(List<SigningKey> keys, Map<String, RSAKey> good, List<String> compromised) {}

  /** Whether this installation issues tokens: without a secret it does not. */
  public boolean areKept() {
    return cipher != null;
  }

  @Override
  public void afterPropertiesSet() {
    KeyCipher under = cipher;
    if (under == null) {
      return;
    }
    transactions.executeWithoutResult(
        _ -> {
          rows.lock();
          if (rows.all(clock.instant()).isEmpty()) {
            rows.add(under, clock.instant(), clock.instant());
          }
        });
    load();
  }

  /** Reads what other processes have stored. */
  @Scheduled(fixedDelayString = "${faultmaven.tokens.poll:1s}")
  void load() {
    KeyCipher under = cipher;
    if (under == null) {
      return;
    }
    Duration published = AHEAD.plus(properties.longestUse());
    List<KeyRows.Stored> stored = rows.all(clock.instant().minus(published));
    Map<String, RSAKey> good = new HashMap<>();
    synchronized (decrypted) {
      for (KeyRows.Stored row : stored) {
        String kid = row.key().kid();
        if (!row.compromised()) {
          good.put(
              kid,
              decrypted.computeIfAbsent(
                  kid, _ -> KeyRows.parse(under.decrypt(kid, row.privatePart()))));
        }
      }
      decrypted.keySet().retainAll(good.keySet());
    }
    known =
        new Known(
            stored.stream().filter(row -> !row.compromised()).map(KeyRows.Stored::key).toList(),
            Map.copyOf(good),
            stored.stream()
                .filter(KeyRows.Stored::compromised)
                .map(row -> row.key().kid())
                .toList());
  }

  /** The key that signs now; by a clock that is behind the others', the one that is about to. */
  RSAKey active() {
    Instant now = clock.instant();
    Known current = known;
    return current.keys().stream()
        .filter(key -> key.signsAt(now))
        .findFirst()
        .or(() -> current.keys().stream().findFirst())
        .map(key -> current.good().get(key.kid()))
        .orElseThrow(() -> new IllegalStateException("There is no key to sign tokens with"));
  }

  /** The key of a name, if tokens of it may be good. */
  Optional<RSAKey> named(String kid) {
    return Optional.ofNullable(known.good().get(kid));
  }

  /** Whether it was a key of this installation until somebody else got it. */
  boolean isCompromised(String kid) {
    return known.compromised().contains(kid);
  }

  /** All that are published, the one that signs first, then by when they sign, the last first. */
  public List<SigningKey> all() {
    Instant now = clock.instant();
    List<SigningKey> keys = known.keys();
    return keys.stream()
        .sorted((one, other) -> Boolean.compare(other.signsAt(now), one.signsAt(now)))
        .toList();
  }

  /** The public parts of all that are published, in the same order. */
  public List<RSAKey> published() {
    return all().stream()
        .flatMap(key -> named(key.kid()).stream())
        .map(RSAKey::toPublicJWK)
        .toList();
  }

  /** Whether no key began to sign within this time, and none is about to. */
  public boolean areOlderThan(Duration age) {
    Instant since = clock.instant().minus(age);
    return cipher != null && known.keys().stream().noneMatch(key -> key.signsFrom().isAfter(since));
  }

  /** Forgets keys of which no token can be unexpired. */
  public void forgetRetired() {
    rows.deleteRetired(AHEAD.plus(properties.longestUse()), clock.instant());
  }

  /**
   * Makes another key, unless one is about to sign already.
   *
   * @param compromised whether somebody else may have those that signed: they are refused at once
   */
  public void rotate(boolean compromised) {
    KeyCipher under = cipher;
    if (under == null) {
      return;
    }
    transactions.executeWithoutResult(
        _ -> {
          rows.lock();
          Instant now = clock.instant();
          if (compromised) {
            rows.compromise(now);
            rows.add(under, now, now);
          } else if (rows.all(now).stream().noneMatch(row -> row.isAboutToSign(now))) {
            rows.add(under, now, now.plus(AHEAD));
          }
        });
    load();
  }
}
