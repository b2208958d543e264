package com.faultmaven.app.operations;

import static com.faultmaven.testing.BehindDatabaseProxy.PROXY;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.BehindDatabaseProxy;
import com.faultmaven.testing.DatabaseProxy.Fault;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those who ran the OpStatus service are told when its database is away. */
@BehindDatabaseProxy
class OriginalProbesWithoutDatabaseTest {

  @LocalServerPort private int port;

  @AfterEach
  void mend() throws IOException {
    PROXY.mend();
  }

  @Test
  void sayThatItLivesAndIsNotReady() throws IOException {
    Api.on(port).get("/health/ready").is(200);

    PROXY.breakBy(Fault.REFUSE);

    assertThat(Api.on(port).get("/health/live").is(200).body()).isEqualTo("{\"status\":\"ok\"}");
    Answer ready = Api.on(port).get("/health/ready").is(503);
    assertThat(ready.text("/status")).isEqualTo("unavailable");
    assertThat(ready.text("/checks/database/status")).isEqualTo("error");
    assertThat(ready.at("/checks/database/duration_ms").isNumber()).isTrue();
  }
}
