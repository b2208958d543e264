package com.faultmaven.bench.bare;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The web server of the service with one controller and nothing else: no filter, no observation, no
 * database. What it reaches is the most a controller of the service can.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class
})
@RestController
public class BareServer {

  /** The same JSON as the service's {@code /health}. */
  record Health(String status, String service, String version, String database) {}

  private static final Health HEALTH =
      new Health("healthy", "fm-case-service", "2.0.0-SNAPSHOT", "postgresql");

  @GetMapping("/health")
  Health health() {
    return HEALTH;
  }

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(BareServer.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", System.getenv("PORT"),
            "server.address", "127.0.0.1",
            // as the service
            "spring.threads.virtual.enabled", "true",
            "spring.main.banner-mode", "off"));
    application.run(args);
  }
}
