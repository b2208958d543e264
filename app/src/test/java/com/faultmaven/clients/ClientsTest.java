package com.faultmaven.clients;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;
import com.faultmaven.testing.IntegrationTest;
import java.io.IOException;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each interaction of each client, against the running service. */
@IntegrationTest
@Provider(ClientPacts.PROVIDER)
@PactSource(ClientPacts.class)
class ClientsTest {

  private static final Set<String> ELSEWHERE =
      Set.of(
          ProviderStates.VERSION_1_HAS_ENDED,
          AccountStates.EVERY_ACCOUNT_HAS_A_PASSWORD,
          CodeStates.CLIENTS_ARE_LISTED);

  private static int verified;
  private static @Nullable AnotherInstallation other;

  @LocalServerPort private int port;

  @BeforeEach
  void chooseTheService(PactVerificationContext context) {
    boolean elsewhere =
        context.getInteraction().getProviderStates().stream()
            .anyMatch(state -> ELSEWHERE.contains(String.valueOf(state.getName())));
    int asked = elsewhere ? anotherInstallation().port() : port;
    context.setTarget(new HttpTestTarget("localhost", asked));
    context.addStateChangeHandlers(
        new ProviderStates(port),
        new AccountStates(asked),
        new CodeStates(asked),
        new StatusStates(port),
        new CleanAppStates(port));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void getWhatTheyRelyOn(PactVerificationContext context, HttpRequest request) {
    unfold(request, "X-User-ID");
    context.verifyInteraction();
    verified++;
  }

  /** Nothing was passed over. */
  @AfterAll
  static void wereAllVerified() throws IOException {
    if (other != null) {
      other.close();
    }
    int written = 0;
    for (Pact pact : new ClientPacts().load(ClientPacts.PROVIDER)) {
      written += pact.getInteractions().size();
    }
    assertThat(verified).isEqualTo(written).isPositive();
  }

  private static AnotherInstallation anotherInstallation() {
    AnotherInstallation service = other == null ? AnotherInstallation.start() : other;
    other = service;
    return service;
  }

  /**
   * Values of a header that a pact lists arrive as lines of their own, as they do from a gateway.
   */
  private static void unfold(HttpRequest request, String name) {
    Header folded = request.getFirstHeader(name);
    if (folded != null && folded.getValue().contains(", ")) {
      request.removeHeaders(name);
      for (String value : folded.getValue().split(", ")) {
        request.addHeader(name, value);
      }
    }
  }
}
