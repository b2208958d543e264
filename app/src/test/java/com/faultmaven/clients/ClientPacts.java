package com.faultmaven.clients;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.provider.junitsupport.loader.PactBroker;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerAuth;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerLoader;
import au.com.dius.pact.provider.junitsupport.loader.PactFolderLoader;
import au.com.dius.pact.provider.junitsupport.loader.PactLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The pacts of a broker if {@code PACT_BROKER_URL} names one, else those of the repository. */
public final class ClientPacts implements PactLoader {

  static final String PROVIDER = "faultmaven-cases";

  private static final Path FOLDER = Path.of("..", "contracts", "pacts");

  private final PactLoader chosen = chosenBy(System.getenv());

  static PactLoader chosenBy(Map<String, String> environment) {
    return environment.getOrDefault("PACT_BROKER_URL", "").isBlank()
        ? new PactFolderLoader(FOLDER.toFile())
        : new PactBrokerLoader(Broker.class.getAnnotation(PactBroker.class));
  }

  @Override
  public List<Pact> load(String provider) throws IOException {
    return chosen.load(provider);
  }

  @Override
  public PactSource getPactSource() {
    return chosen.getPactSource();
  }

  @Override
  public String description() {
    return chosen.description();
  }

  /** Whose values are read from the environment. */
  @PactBroker(
      url = "${PACT_BROKER_URL}",
      authentication =
          @PactBrokerAuth(
              token = "${PACT_BROKER_TOKEN:}",
              username = "${PACT_BROKER_USERNAME:}",
              password = "${PACT_BROKER_PASSWORD:}"))
  private static final class Broker {}
}
