package com.faultmaven.clients;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.loader.PactBrokerLoader;
import au.com.dius.pact.provider.junitsupport.loader.PactFolderLoader;
import au.com.dius.pact.provider.junitsupport.loader.PactLoader;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientPactsTest {

  @Test
  void comeFromTheBrokerWhereThereIsOne() {
    PactLoader loader = ClientPacts.chosenBy(Map.of("PACT_BROKER_URL", "http://pacts.example.com"));

    assertThat(loader)
        .isInstanceOfSatisfying(
            PactBrokerLoader.class,
            broker -> assertThat(broker.getPactBrokerUrl()).isEqualTo("${PACT_BROKER_URL}"));
  }

  @Test
  void comeFromTheRepositoryOtherwise() throws IOException {
    for (Map<String, String> environment :
        Map.of("none", Map.<String, String>of(), "blank", Map.of("PACT_BROKER_URL", " "))
            .values()) {
      PactLoader loader = ClientPacts.chosenBy(environment);

      assertThat(loader).isInstanceOf(PactFolderLoader.class);
      assertThat(loader.load(ClientPacts.PROVIDER))
          .extracting(pact -> pact.getConsumer().getName())
          .containsExactlyInAnyOrder(
              "agent",
              "browser-extension",
              "cleanapp-mobile",
              "cleanapp-web",
              "dashboard",
              "gateway",
              "opstatus-client",
              "slack-agent");
    }
  }
}
