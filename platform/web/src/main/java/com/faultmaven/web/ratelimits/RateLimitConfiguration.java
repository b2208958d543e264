package com.faultmaven.web.ratelimits;

import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.addresses.ClientAddresses;
import com.faultmaven.web.identity.Believed;
import com.faultmaven.web.lifecycle.ClientNames;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
class RateLimitConfiguration {

  /** Where no gateway limits anybody. */
  private static final Rate READS = new Rate(600, Duration.ofMinutes(1));

  private static final Rate WRITES = new Rate(120, Duration.ofMinutes(1));

  @Bean
  @Conditional(RedisIsSet.class)
  RedisConnection redisConnection(RateLimitProperties properties) {
    return new RedisConnection(
        Objects.requireNonNull(properties.redisUrl()), properties.redisTimeout());
  }

  @Bean
  RateLimits rateLimits(
      RateLimitProperties properties,
      DataSource database,
      Clock clock,
      ObjectProvider<RedisConnection> redis,
      ObjectProvider<MeterRegistry> registry) {
    TimeMeter time = new ClockMeter(clock);
    MeterRegistry meters = registry.getIfAvailable(SimpleMeterRegistry::new);
    Map<Storage, Buckets> buckets = new EnumMap<>(Storage.class);
    buckets.put(Storage.MEMORY, new MemoryBuckets(time, properties.buckets()));
    buckets.put(Storage.POSTGRESQL, new DatabaseBuckets(database, time, properties.buckets()));
    RedisConnection there = redis.getIfAvailable();
    if (there != null) {
      buckets.put(
          Storage.REDIS,
          new RedisBuckets(there, time, properties.redisTimeout(), properties.buckets(), meters));
    }
    return new RateLimits(buckets, properties.whereCounted(), meters);
  }

  @Bean
  ForgottenBuckets forgottenBuckets(JdbcClient database, Clock clock) {
    return new ForgottenBuckets(database, clock);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> rateLimitFilter(
      RateLimits rates,
      RateLimitProperties properties,
      ClientNames clients,
      ClientAddresses addresses,
      Believed believed) {
    boolean alone = believed != Believed.GATEWAY;
    RequestLimits limits =
        new RequestLimits(
            pair("user", properties.user(), alone ? READS : null, alone ? WRITES : null),
            pair("client", properties.client(), null, null),
            pair("network", properties.network(), null, null),
            clients,
            addresses);
    FilterOrder order =
        properties.whereCounted() == Storage.MEMORY
            ? FilterOrder.RATES
            : FilterOrder.RATES_ELSEWHERE;
    FilterRegistrationBean<RateLimitFilter> registration =
        order.registerForApi(new RateLimitFilter(limits, rates));
    registration.setEnabled(!limits.isEmpty());
    return registration;
  }

  /** A blank address is none. */
  private static final class RedisIsSet implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return StringUtils.hasText(
          context.getEnvironment().getProperty("faultmaven.rate-limits.redis-url"));
    }
  }

  private static RequestLimits.Pair pair(
      String name, RateLimitProperties.Rates rates, @Nullable Rate reads, @Nullable Rate writes) {
    return new RequestLimits.Pair(
        rates.reads(name, reads).orElse(null), rates.writes(name, writes).orElse(null));
  }
}
