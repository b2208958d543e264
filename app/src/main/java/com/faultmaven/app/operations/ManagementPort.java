package com.faultmaven.app.operations;

import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Where metrics have a port of their own ({@code management.server.port}): a small server, since a
 * scrape now and then is all it answers, which tells nothing of itself.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Conditional(ManagementPort.OfItsOwn.class)
class ManagementPort {

  private static final int CONNECTIONS = 32;
  private static final int THREADS = 4;

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallServer() {
    return factory -> {
      factory.addConnectorCustomizers(
          connector -> {
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> http) {
              http.setMaxConnections(CONNECTIONS);
              http.setMaxThreads(THREADS);
              http.setMinSpareThreads(1);
            }
          });
      factory.addContextCustomizers(
          context -> {
            ErrorReportValve silent = new ErrorReportValve();
            silent.setShowReport(false);
            silent.setShowServerInfo(false);
            StandardHost host = (StandardHost) context.getParent();
            host.getPipeline().addValve(silent);
            host.setErrorReportValveClass(ErrorReportValve.class.getName());
          });
    };
  }

  /** The application scans for this class as well, and its server is no small one. */
  static final class OfItsOwn implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      ConfigurableListableBeanFactory beans = context.getBeanFactory();
      return beans != null && beans.getParentBeanFactory() != null;
    }
  }
}
