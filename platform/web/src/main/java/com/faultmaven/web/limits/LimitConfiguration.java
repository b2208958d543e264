package com.faultmaven.web.limits;

import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.addresses.ClientAddresses;
import com.faultmaven.web.contract.Operations;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

  @Bean
  Places requestPlaces(LimitProperties properties) {
    return Places.ofProcess(properties.requests(), properties.maxWait(), System::nanoTime);
  }

  @Bean
  FilterRegistrationBean<SheddingFilter> sheddingFilter(Places all, Operations operations) {
    return FilterOrder.SHEDDING.registerForApi(new SheddingFilter(all, operations));
  }

  @Bean
  BodyReader bodyReader(LimitProperties properties) {
    return new BodyReader(properties);
  }

  @Bean
  BodyBudget bodyBudget(LimitProperties properties) {
    return new BodyBudget(properties.bytesOfBodies());
  }

  @Bean
  Strangers strangers(LimitProperties properties, BodyBudget all, ClientAddresses addresses) {
    return new Strangers(properties, all, addresses);
  }

  @Bean
  FilterRegistrationBean<LimitFilter> limitFilter(
      LimitProperties properties,
      BodyReader bodies,
      BodyBudget budget,
      Strangers strangers,
      Places all,
      Operations operations) {
    return FilterOrder.LIMITS.registerForApi(
        new LimitFilter(properties, bodies, budget, strangers, all, operations));
  }

  @Bean
  FilterRegistrationBean<PageFormFilter> pageFormFilter(BodyReader bodies, Strangers strangers) {
    return FilterOrder.PAGE_FORMS.register(new PageFormFilter(bodies, strangers), "/*");
  }

  @Bean
  ClientAddresses clientAddresses(LimitProperties properties) {
    return properties.clientAddresses();
  }

  /** Only the server's: whatever else runs in the background stays bounded by its pools. */
  @Bean
  TomcatProtocolHandlerCustomizer<PunctualProtocol> requestThreads(LimitProperties properties) {
    return http -> {
      http.setThreads(
          new RequestThreads(new VirtualThreadExecutor("http-"), properties.requests()));
      http.setHeaderDeadline(properties.headerDeadline());
      // what is left of a body is the valve's business
      http.setMaxSwallowSize(0);
      // nobody here reads what may stand between and after the chunks of a body
      http.setMaxExtensionSize(0);
      // no more than the line that ends them
      http.setMaxTrailerSize(2);
    };
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowOrUnread() {
    return factory -> {
      factory.setProtocol(PunctualProtocol.class.getName());
      factory.addEngineValves(new UnreadBodyValve());
    };
  }
}
