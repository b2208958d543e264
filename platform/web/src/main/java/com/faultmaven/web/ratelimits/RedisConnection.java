package com.faultmaven.web.ratelimits;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection to Redis or Valkey. It is opened by a thread of its own, so that nobody waits
 * for a server that is away; once there was one, Lettuce opens it again by itself.
 */
final class RedisConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);
  private static final Duration TO_CONNECT = Duration.ofSeconds(2);

  private final RedisClient client;
  private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;
  private boolean connecting;

  RedisConnection(String url, Duration timeout) {
    RedisURI address = address(url);
    address.setTimeout(timeout);
    client = RedisClient.create(address);
    client.setOptions(
        ClientOptions.builder()
            // what cannot be asked now is not asked later either
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(TO_CONNECT).build())
            .build());
    connect();
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none; without the address, which may hold a password
   */
  static RedisURI address(String url) {
    try {
      return RedisURI.create(url);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "REDIS_URL is no address of Redis or Valkey; one looks like"
              + " redis://user:password@host:6379/0, or rediss:// with TLS.");
    }
  }

  /**
   * The connection, whatever its state.
   *
   * @throws RedisConnectionException if there was none yet; the next one is being opened
   */
  StatefulRedisConnection<String, byte[]> get() {
    StatefulRedisConnection<String, byte[]> current = connection;
    if (current == null) {
      connect();
      throw new RedisConnectionException("There is no connection yet.");
    }
    return current;
  }

  private synchronized void connect() {
    if (!connecting && connection == null) {
      connecting = true;
      Thread.ofVirtual().name("redis-connect").start(this::open);
    }
  }

  private void open() {
    StatefulRedisConnection<String, byte[]> opened = null;
    try {
      opened = client.connect(RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE));
    } catch (RuntimeException unreachable) {
      LOG.debug("Redis is not reached", unreachable);
    } finally {
      opened(opened);
    }
  }

  private synchronized void opened(@Nullable StatefulRedisConnection<String, byte[]> opened) {
    connection = opened;
    connecting = false;
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
  }
}
