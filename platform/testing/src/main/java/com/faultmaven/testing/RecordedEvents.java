package com.faultmaven.testing;

import com.faultmaven.contracts.events.ContractEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Records the contract events of an application while they are published, within the transaction;
 * can be made to refuse some. Ends with {@link #close}.
 */
public final class RecordedEvents implements ApplicationListener<ApplicationEvent>, AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final List<ContractEvent> events = new CopyOnWriteArrayList<>();
  private volatile @Nullable Class<? extends ContractEvent> refused;

  private RecordedEvents(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** From now on. */
  public static RecordedEvents of(ConfigurableApplicationContext context) {
    RecordedEvents recorded = new RecordedEvents(context);
    context.addApplicationListener(recorded);
    return recorded;
  }

  /** All so far, in the order in which they were published. */
  public List<ContractEvent> all() {
    return events;
  }

  /** Those of one type. */
  public <T extends ContractEvent> List<T> ofType(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Makes every publication of an event of this type fail. */
  public void refuse(Class<? extends ContractEvent> type) {
    refused = type;
  }

  /** Records events of all types again. */
  public void refuseNone() {
    refused = null;
  }

  @Override
  public void onApplicationEvent(ApplicationEvent published) {
    if (published instanceof PayloadApplicationEvent<?> payload
        && payload.getPayload() instanceof ContractEvent event) {
      Class<? extends ContractEvent> type = refused;
      if (type != null && type.isInstance(event)) {
        throw new IllegalStateException("a listener that cannot take this event");
      }
      events.add(event);
    }
  }

  @Override
  public void close() {
    context.removeApplicationListener(this);
  }
}
