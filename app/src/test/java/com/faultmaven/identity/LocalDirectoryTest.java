package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * All accounts are kept here: what the broker says about deleted users was said by this service.
 */
@IntegrationTest
@TestPropertySource(
    properties = {
      "faultmaven.identity.directory=local",
      "KAFKA_BOOTSTRAP_SERVERS=nowhere.invalid:9092",
      "spring.kafka.bootstrap-servers=nowhere.invalid:9092"
    })
@DirtiesContext
class LocalDirectoryTest {

  @LocalServerPort private int port;
  @Autowired private KafkaListenerEndpointRegistry consumers;

  @Test
  void doesNotHearItself() {
    assertThat(consumers.getListenerContainerIds()).doesNotContain("auth.user.deleted");
    Api.on(port).get("/ready").is(200);
  }
}
