package com.faultmaven.web.contract;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Has handlers found by the operations of the contracts, and what they return written. */
@Component
final class ContractMappings implements WebMvcRegistrations {

  private final Operations operations;

  ContractMappings(Operations operations) {
    this.operations = operations;
  }

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new OperationMapping(operations);
  }

  @Override
  public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
    return new ResponseEntitiesFirst();
  }
}
