package com.faultmaven.app;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class PendingOperationsTest {

  @LocalServerPort private int port;

  @Test
  void refusesAMethodThatIsNotPromised() {
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "admin");

    admin.send("PATCH", "/api/v2/events", null, "").is(405, "METHOD_NOT_ALLOWED");
  }
}
