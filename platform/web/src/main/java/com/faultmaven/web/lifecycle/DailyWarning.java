package com.faultmaven.web.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once a day of each client that it will have to move. */
final class DailyWarning {

  private static final Logger LOG = LoggerFactory.getLogger(DailyWarning.class);

  /** The day last warned of, by version and client: both are few. */
  private final Map<Caller, Long> warned = new ConcurrentHashMap<>();

  private record Caller(String version, String clientId) {}

  void about(Call call, EndingVersion version) {
    Caller caller = new Caller(call.version(), call.clientId());
    Long today = call.day().toEpochDay();
    if (!today.equals(warned.get(caller)) && !today.equals(warned.put(caller, today))) {
      LOG.warn(
          "{} calls deprecated API {}, which ends on {}; first today: {}",
          call.clientId(),
          call.version(),
          version.sunset(),
          call.endpoint());
    }
  }
}
