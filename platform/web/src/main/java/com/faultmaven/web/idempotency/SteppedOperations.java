package com.faultmaven.web.idempotency;

import com.faultmaven.web.contract.Operation;
import com.faultmaven.web.contract.Operations;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Knows which operations have a handler that is marked {@link InSteps}. */
final class SteppedOperations {

  private final Supplier<Set<Operation>> stepped;

  SteppedOperations(
      Operations operations, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
    this.stepped =
        SingletonSupplier.of(
            () ->
                mappings.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                    .filter(handler -> handler.getValue().hasMethodAnnotation(InSteps.class))
                    .flatMap(handler -> operations.mappedBy(handler.getKey()))
                    .collect(Collectors.toUnmodifiableSet()));
  }

  boolean include(@Nullable Operation operation) {
    return operation != null && stepped.get().contains(operation);
  }
}
