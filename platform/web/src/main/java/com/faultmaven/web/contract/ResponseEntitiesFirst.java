package com.faultmaven.web.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityReturnValueHandler;

/**
 * Asks the handler of {@code ResponseEntity}, which nearly all operations return, before those of
 * other types: they resolve its generics again with each answer, to find that it is none of theirs.
 */
final class ResponseEntitiesFirst extends RequestMappingHandlerAdapter {

  @Override
  public void afterPropertiesSet() {
    super.afterPropertiesSet();
    List<HandlerMethodReturnValueHandler> handlers =
        new ArrayList<>(Objects.requireNonNull(getReturnValueHandlers(), "handlers"));
    handlers.sort(
        Comparator.comparing(handler -> !(handler instanceof ResponseEntityReturnValueHandler)));
    setReturnValueHandlers(handlers);
  }
}
