package com.faultmaven.app.operations.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.Finding;
import com.faultmaven.testing.TestBroker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

class BrokerCheckTest {

  @Test
  void saysThatNobodyAnswersUntilABrokerDoes() {
    try (TestBroker broker = new TestBroker()) {
      KafkaProperties properties = new KafkaProperties();
      properties.setBootstrapServers(List.of(broker.address()));

      assertThat(BrokerCheck.finding(properties, Duration.ofSeconds(1)))
          .isEqualTo(
              Finding.bad(
                  "broker",
                  "Nobody answers at " + broker.address() + "; events would wait in the log."));

      broker.start();

      assertThat(BrokerCheck.finding(properties, Duration.ofSeconds(30)))
          .isEqualTo(Finding.good("broker", "Kafka with 1 node"));
    }
  }
}
