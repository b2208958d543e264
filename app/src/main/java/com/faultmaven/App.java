package com.faultmaven;

import com.faultmaven.app.Commands;
import java.io.IOException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;

/**
 * The FaultMaven case platform: one process, one PostgreSQL. What belongs to a broker comes with
 * the module that uses it, and only if one is configured.
 */
@SpringBootApplication(
    // requests are measured by a filter of ours: com.faultmaven.web.metrics
    exclude = {KafkaAutoConfiguration.class, WebMvcObservationAutoConfiguration.class},
    // wants a list of all modules; of what it does, migrations are needed: com.faultmaven.database
    excludeName =
        "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration")
public class App {

  public static void main(String[] args) throws IOException {
    Commands.run(App.class, args);
  }
}
