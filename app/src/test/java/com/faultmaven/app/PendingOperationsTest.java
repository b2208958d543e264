package com.faultmaven.app;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class PendingOperationsTest {

  @LocalServerPort private int port;

  @Test
  void saysOfWhatIsPromisedAndNotThereYetThatItWillBe() {
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "admin");

    admin.get("/api/v2/admin/dead-letters").is(501, "NOT_IMPLEMENTED");
    admin.send("PATCH", "/api/v2/events", null, "").is(405, "METHOD_NOT_ALLOWED");
  }
}
