package com.faultmaven.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.context.support.RequestHandledEvent;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityReturnValueHandler;

/** What Spring does with each request by itself, and nobody needs here. */
class SparedWorkTest extends WebTest {

  @Autowired private ConfigurableApplicationContext context;
  @Autowired private RequestMappingHandlerAdapter adapter;

  @Test
  void isAnEventAboutEachRequest() {
    List<ApplicationEvent> events = new CopyOnWriteArrayList<>();
    ApplicationListener<ApplicationEvent> listener = events::add;
    context.addApplicationListener(listener);
    try {
      // the first one is done when the second one is served by the same connection
      send(asAlice("/api/test/nothing"));
      send(asAlice("/api/test/nothing"));
    } finally {
      context.removeApplicationListener(listener);
    }

    assertThat(events).noneMatch(RequestHandledEvent.class::isInstance);
  }

  @Test
  void isToAskEverybodyWhoHandlesAnEntity() {
    assertThat(adapter.getReturnValueHandlers())
        .first()
        .isInstanceOf(ResponseEntityReturnValueHandler.class);
  }
}
