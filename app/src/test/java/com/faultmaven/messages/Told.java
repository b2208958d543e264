package com.faultmaven.messages;

import com.faultmaven.contracts.cases.events.CaseMessageAddedV1;
import com.faultmaven.contracts.events.ContractEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Hears contract events while they are told, within the transaction; can be made to refuse. */
class Told implements ApplicationListener<ApplicationEvent> {

  private final List<Object> events = new CopyOnWriteArrayList<>();
  private volatile boolean deaf;

  void turnDeaf(boolean to) {
    deaf = to;
  }

  /** Every contract event, in the order they were told. */
  List<Object> events() {
    return events;
  }

  List<CaseMessageAddedV1> messages() {
    return events.stream()
        .filter(CaseMessageAddedV1.class::isInstance)
        .map(CaseMessageAddedV1.class::cast)
        .toList();
  }

  @Override
  public void onApplicationEvent(ApplicationEvent event) {
    if (!(event instanceof PayloadApplicationEvent<?> told)) {
      return;
    }
    if (deaf && told.getPayload() instanceof CaseMessageAddedV1) {
      throw new IllegalStateException("a listener that cannot take this event");
    }
    if (told.getPayload() instanceof ContractEvent) {
      events.add(told.getPayload());
    }
  }
}
