package com.faultmaven.web.problems;

import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.contract.Operations;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

  @Bean
  ProblemAnswers problemAnswers(
      JsonMapper json,
      ObjectProvider<ProblemRendering> renderings,
      ObjectProvider<ProblemHeaders> headers,
      Operations operations) {
    return new ProblemAnswers(
        new ProblemWriter(json, operations, renderings.orderedStream(), headers.orderedStream()),
        operations);
  }

  @Bean
  FilterRegistrationBean<ProblemFilter> problemFilter(ProblemAnswers answers) {
    return FilterOrder.PROBLEMS.register(new ProblemFilter(answers), "/*");
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve(ProblemAnswers answers) {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              StandardHost host = (StandardHost) context.getParent();
              host.getPipeline().addValve(new ProblemValve(answers));
              // named, or the host adds Tomcat's own beside it
              host.setErrorReportValveClass(ProblemValve.class.getName());
            });
  }
}
