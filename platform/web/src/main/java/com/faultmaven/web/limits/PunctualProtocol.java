package com.faultmaven.web.limits;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 with a {@link HeaderDeadline}. Public, since Tomcat makes it by its name. */
public final class PunctualProtocol extends Http11NioProtocol {

  private Duration headerDeadline = Duration.ofSeconds(10);

  void setHeaderDeadline(Duration deadline) {
    headerDeadline = deadline;
  }

  @Override
  protected Processor createProcessor() {
    return new HeaderDeadline(this, getAdapter(), headerDeadline);
  }
}
