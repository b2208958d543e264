package com.faultmaven.bench;

import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.process.Jvm;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.process.Service;
import com.faultmaven.bench.sql.Replay;
import java.io.IOException;
import java.util.Map;

/**
 * What is running and can be measured.
 *
 * @param bare the web server of the service with one controller
 * @param replays the statements of each operation
 */
record Stage(
    Options options,
    Traffic traffic,
    Postgres postgres,
    Service service,
    Jvm jvm,
    Service bare,
    Map<Operation, Replay> replays) {

  Target target() {
    return Target.http(service.port());
  }

  Usage usage() throws IOException {
    return Usage.now(service, jvm, postgres);
  }
}
