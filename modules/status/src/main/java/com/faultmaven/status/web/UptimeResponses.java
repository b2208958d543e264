package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.model.ServiceCondition;
import com.faultmaven.contracts.status.v1.model.UptimeDay;
import com.faultmaven.contracts.status.v1.model.UptimeResponse;
import com.faultmaven.status.Uptime;

/** Writes how services were as the contract has it. */
final class UptimeResponses {

  private UptimeResponses() {}

  static UptimeResponse of(Uptime uptime) {
    return new UptimeResponse()
        .serviceId(uptime.service().value())
        .timeZone(uptime.timeZone().getId())
        .from(uptime.days().getFirst().date())
        .to(uptime.days().getLast().date())
        .uptimePercent(uptime.percent())
        .days(uptime.days().stream().map(UptimeResponses::of).toList());
  }

  private static UptimeDay of(Uptime.Day day) {
    return new UptimeDay()
        .date(day.date())
        .condition(
            day.condition() == null ? null : ServiceCondition.fromValue(day.condition().word()))
        .downtimeSeconds(day.down())
        .majorOutageSeconds(day.major())
        .partialOutageSeconds(day.partial())
        .degradedSeconds(day.degraded())
        .maintenanceSeconds(day.maintenance())
        .incidentIds(day.incidents());
  }
}
