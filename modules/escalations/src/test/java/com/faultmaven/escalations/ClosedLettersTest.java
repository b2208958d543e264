package com.faultmaven.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** In production, without a mail server, no letter is promised. */
@ModuleTest
@ActiveProfiles("production")
// mails of other tests are none of its business
@TestPropertySource(properties = "faultmaven.tasks.look=1h")
@DirtiesContext
class ClosedLettersTest {

  @LocalServerPort private int port;

  @Test
  void areDraftedAndRefusedAndNothingIsKept() {
    String word = UUID.randomUUID().toString();
    Api ada = Api.on(port).as("ada-" + word).with("X-Organization-ID", "org-" + word);
    String caseId = ada.post("/api/v2/cases", "{}").is(201).text("/case_id");
    String letters = "/api/v1/cases/" + caseId + "/escalations";
    String letter = "{\"target_ids\":[],\"cc_emails\":[\"mayor@works.dev\"]}";

    ada.post(letters + "/draft", letter).is(200);
    ada.post(letters, letter).is(409, "CHANNEL_UNAVAILABLE");
    assertThat(ada.get(letters).is(200).at("/total").asInt()).isZero();
    assertThat(
            ada.get("/api/v1/cases/" + caseId + "/escalation-audit-events")
                .is(200)
                .at("/total")
                .asInt())
        .isZero();
  }
}
