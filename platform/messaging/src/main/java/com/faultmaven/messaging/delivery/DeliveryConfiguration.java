package com.faultmaven.messaging.delivery;

import com.faultmaven.jobs.Jobs;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.scheduling.annotation.AsyncConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  RedeliveryProperties.class,
  ListenerProperties.class,
  InboxProperties.class
})
class DeliveryConfiguration {

  private static final Logger log = LoggerFactory.getLogger(DeliveryConfiguration.class);

  /** For listeners alone: nothing else gets it that does not ask for it by name. */
  @Bean(defaultCandidate = false)
  ListenerPool listenerPool(
      ListenerProperties properties,
      @Value("${spring.lifecycle.timeout-per-shutdown-phase:30s}") Duration patience,
      ObjectProvider<Leases> leases) {
    return new ListenerPool(properties, patience, () -> leases.getObject().handOver());
  }

  /** Listeners are what is asynchronous here. */
  @Bean
  AsyncConfigurer listenersRunOn(@Qualifier("listenerPool") ListenerPool pool) {
    return new AsyncConfigurer() {
      @Override
      public @Nullable Executor getAsyncExecutor() {
        return pool;
      }

      @Override
      public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return DeliveryConfiguration::logUnlessLogged;
      }
    };
  }

  /** A failure of a listener is logged already, with the request it belongs to, or is none. */
  private static void logUnlessLogged(
      Throwable failure, Method method, @Nullable Object... arguments) {
    if (!AnnotatedElementUtils.hasAnnotation(method, ApplicationModuleListener.class)) {
      log.error("{} has failed", method, failure);
    }
  }

  /** Leaves most of the queue to fresh events. */
  @Bean
  Redelivery redelivery(
      DataSource database,
      StoredPublications stored,
      DuePublications due,
      Leases leases,
      RejectedDeliveries rejected,
      EventPublicationRegistry registry,
      FailedEventPublications failed,
      RedeliveryProperties properties,
      ListenerProperties listeners,
      Clock clock) {
    int batch = Math.min(properties.batch(), listeners.queue() / 2);
    return new Redelivery(database, stored, due, leases, rejected, registry, failed, batch, clock);
  }

  @Bean
  RedeliverySchedule redeliverySchedule(
      Redelivery redelivery,
      Leases leases,
      RedeliveryProperties properties,
      Jobs jobs,
      Clock clock) {
    return new RedeliverySchedule(redelivery, leases, properties.every(), jobs, clock);
  }
}
