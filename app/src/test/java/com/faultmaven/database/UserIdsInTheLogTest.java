package com.faultmaven.database;

import static com.faultmaven.testing.BehindDatabaseProxy.PROXY;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.BehindDatabaseProxy;
import com.faultmaven.testing.DatabaseProxy.Fault;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The log says which operation has failed, and not of whom. */
@BehindDatabaseProxy
@ExtendWith(OutputCaptureExtension.class)
class UserIdsInTheLogTest {

  private final String user = "leaver-" + UUID.randomUUID();
  private final Api api;

  UserIdsInTheLogTest(@LocalServerPort int port) {
    this.api = Api.on(port).as("caller-" + user).with("X-User-Roles", "admin");
  }

  @Test
  void areNotSaidWhenTheDatabaseFails(CapturedOutput output) throws IOException {
    String path = api.post("/api/v2/cases", "{}").is(201).header("Location");

    PROXY.breakBy(Fault.REFUSE);
    api.delete("/api/v2/admin/users/" + user + "/data").is(503);
    api.get("/api/v2/users/" + user + "/cases?q=" + user).is(503);
    api.put(path + "/participants/" + user, "{\"role\":\"viewer\"}").is(503);
    api.delete(path + "/participants/" + user).is(503);
    // fails before it is routed
    api.with("Idempotency-Key", user).post(path + "/tags", "{\"tags\":[\"a\"]}").is(503);

    assertThat(output)
        .contains("DELETE /api/v2/admin/users/{user_id}/data is unavailable: ")
        .contains("GET /api/v2/users/{user_id}/cases is unavailable: ")
        .contains("PUT /api/v2/cases/{case_id}/participants/{user_id} is unavailable: ")
        .contains("DELETE /api/v2/cases/{case_id}/participants/{user_id} is unavailable: ")
        .contains("POST /api/v2/cases/{case_id}/tags is unavailable: ");
    assertThat(output).doesNotContain(user);
  }
}
