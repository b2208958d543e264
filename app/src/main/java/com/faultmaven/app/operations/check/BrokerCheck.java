package com.faultmaven.app.operations.check;

import com.faultmaven.kernel.Finding;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Looks whether the broker answers. */
final class BrokerCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String BROKER = "broker";

  private BrokerCheck() {}

  static Finding finding(KafkaProperties properties) {
    return finding(properties, PATIENCE);
  }

  /** Waits so long for an answer. */
  static Finding finding(KafkaProperties properties, Duration patience) {
    Map<String, Object> settings = new HashMap<>(properties.buildAdminProperties());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    String servers = String.join(",", properties.getBootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      int brokers =
          admin.describeCluster().nodes().get(patience.toMillis(), TimeUnit.MILLISECONDS).size();
      return Finding.good(BROKER, "Kafka with " + brokers + (brokers == 1 ? " node" : " nodes"));
    } catch (TimeoutException | ExecutionException e) {
      return Finding.bad(
          BROKER, "Nobody answers at " + servers + "; events would wait in the log.");
    } catch (KafkaException unresolvable) {
      return Finding.bad(
          BROKER, "KAFKA_BOOTSTRAP_SERVERS cannot be used: " + reason(unresolvable) + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.bad(BROKER, "The look at it was interrupted.");
    }
  }

  /** Kafka's own message says no more than that there is no client. */
  private static String reason(KafkaException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage());
  }
}
