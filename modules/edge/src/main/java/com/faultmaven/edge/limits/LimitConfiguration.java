package com.faultmaven.edge.limits;

import com.faultmaven.edge.EdgeOrder;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

  private static final int SWALLOWED = 16 * 1024 * 1024;

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(LimitProperties properties) {
    return EdgeOrder.BODY_LIMIT.register(
        new BodyLimitFilter(properties.body().toBytes()), "/api/*");
  }

  /**
   * A client that still sends when the refusal goes out would see its connection reset instead, so
   * the rest of a body is read and dropped, within reason.
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> politeRefusal() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxSwallowSize(SWALLOWED);
              }
            });
  }
}
