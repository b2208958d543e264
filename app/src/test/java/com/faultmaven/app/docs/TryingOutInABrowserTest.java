package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The page at /docs for somebody who signs in there, and tries what it shows. */
@IntegrationTest
@TestPropertySource(
    properties = {"faultmaven.identity.mode=standalone", "faultmaven.passwords.cost=4"})
class TryingOutInABrowserTest {

  private static final String PASSWORD = "the analytical engine weaves";
  private static final String CASES = "/api/v2/cases";

  private final String name = "reader-" + UUID.randomUUID().toString().substring(0, 8);
  private final String title = "Trouble of " + name;

  @LocalServerPort private int port;

  @BeforeEach
  void registerAndOpenACase() {
    Answer reader =
        Api.on(port)
            .post(
                "/api/v1/auth/register",
                "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"%2$s\"}"
                    .formatted(name, PASSWORD))
            .is(201);
    Api.on(port)
        .with("Authorization", "Bearer " + reader.text("/access_token"))
        .post(CASES, "{\"title\":\"%s\"}".formatted(title))
        .is(201);
  }

  @Test
  void sendsTheTokenOfWhoSignedInAndShowsTheAnswer() {
    try (Browser browser = Browser.offline()) {
      browser.open("http://localhost:" + port + "/docs?api=v2");
      signIn(browser, "wrong");
      browser.awaitText("The name or the password is wrong.");
      signIn(browser, PASSWORD);
      browser.awaitText("Signed in as " + name);

      send(browser);
      browser.awaitText(title);

      assertThat(browser.answers(CASES)).containsExactly(200);
    }
  }

  private void signIn(Browser browser, String password) {
    browser.type("#sign-in [name=username]", name);
    browser.type("#sign-in [name=password]", password);
    browser.click("//header[@id='sign-in']//form/button");
  }

  private static void send(Browser browser) {
    // what is far below is shown only when one goes there
    browser.click("(//a | //button)[contains(., 'List the cases the caller may see')]");
    browser.click(
        "//button[contains(@class,'show-api-client-button')][contains(.,'(get %s)')]"
            .formatted(CASES));
    browser.click("//button[@data-addressbar-action='send']");
  }
}
