package com.faultmaven.clients;

import au.com.dius.pact.provider.junitsupport.State;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.Map;

/** Brings about the codes that a client exchanges after a person let it sign in. */
public final class CodeStates {

  static final String CLIENTS_ARE_LISTED = "an installation where people sign in on listed clients";
  static final String CLIENT = "faultmaven-copilot";
  static final String BACK = "https://aapbdbdomjkkjkaonfhkkikfgjllcleb.chromiumapp.org/";

  private static final String OAUTH = "/api/v1/auth/oauth";
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final int port;

  CodeStates(int port) {
    this.port = port;
  }

  /** The test chooses it. */
  @State(CLIENTS_ARE_LISTED)
  public void clientsAreListed() {}

  @State("a code for the extension")
  public Map<String, Object> aCode() {
    Object token = new AccountStates(port).signedIn().get("access_token");
    Answer approved =
        Api.on(port)
            .with("Authorization", "Bearer " + token)
            .post(
                OAUTH + "/authorize",
                """
                {"approved":true,"client_id":"%s","redirect_uri":"%s","code_challenge":"%s","state":"s"}
                """
                    .formatted(CLIENT, BACK, CHALLENGE))
            .is(200);
    return Map.of("code", approved.text("/code"));
  }

  @State("a code that the extension has exchanged")
  public Map<String, Object> anExchangedCode() {
    Map<String, Object> code = aCode();
    Api.on(port)
        .post(
            OAUTH + "/token",
            """
            {"grant_type":"authorization_code","client_id":"%s","redirect_uri":"%s","code":"%s",
             "code_verifier":"%s"}
            """
                .formatted(CLIENT, BACK, code.get("code"), VERIFIER))
        .is(200);
    return code;
  }
}
