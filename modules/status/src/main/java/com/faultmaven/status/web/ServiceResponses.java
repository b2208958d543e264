package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.model.PageMeta;
import com.faultmaven.contracts.status.v1.model.ServiceCondition;
import com.faultmaven.contracts.status.v1.model.ServiceList;
import com.faultmaven.contracts.status.v1.model.ServiceResponse;
import com.faultmaven.contracts.status.v1.model.ServiceStatus;
import com.faultmaven.status.Service;
import com.faultmaven.status.ServiceQueries.Listed;
import java.time.ZoneOffset;

/** Writes services as the contract has them. */
final class ServiceResponses {

  private ServiceResponses() {}

  static ServiceResponse of(Service service) {
    return new ServiceResponse()
        .id(service.id().value())
        .name(service.name())
        .description(service.description())
        .status(ServiceStatus.fromValue(service.condition().status()))
        .condition(ServiceCondition.fromValue(service.condition().word()))
        .activeIncidents(service.activeIncidents())
        .group(service.group())
        .position(service.position())
        .startDate(service.startDate())
        .createdAt(service.createdAt().atOffset(ZoneOffset.UTC))
        .updatedAt(service.updatedAt().atOffset(ZoneOffset.UTC))
        .version(service.version().value());
  }

  static ServiceList of(Listed listed, int limit, int offset) {
    return new ServiceList()
        .data(listed.services().stream().map(ServiceResponses::of).toList())
        .meta(new PageMeta().total(listed.total()).limit(limit).offset(offset));
  }
}
