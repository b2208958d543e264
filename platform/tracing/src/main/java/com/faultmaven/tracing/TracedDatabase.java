package com.faultmaven.tracing;

import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Watches the statements on the application's connections if tracing is on; otherwise nothing. */
final class TracedDatabase implements BeanPostProcessor {

  private final ObjectProvider<Tracing> tracing;

  TracedDatabase(ObjectProvider<Tracing> tracing) {
    this.tracing = tracing;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    // not the pools behind it, which would count everything twice
    if (!name.equals("dataSource") || !(bean instanceof DataSource connections)) {
      return bean;
    }
    Tracing on = tracing.getObject();
    return on.isOn()
        ? ProxyDataSourceBuilder.create(connections).listener(new StatementSpans(on)).build()
        : bean;
  }
}
