package com.faultmaven.web.limits;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 with a {@link HeaderDeadline}. Public, since Tomcat makes it by its name. */
public final class PunctualProtocol extends Http11NioProtocol {

  /** The part of all connections whose headers may be on their way: most come at once. */
  private static final int PART = 8;

  private Duration headerDeadline = Duration.ofSeconds(10);
  private BooleanSupplier letOthersRun = () -> false;
  private @Nullable WaitingHeaders waitingHeaders;

  void setHeaderDeadline(Duration deadline) {
    headerDeadline = deadline;
  }

  void setThreads(RequestThreads threads) {
    setExecutor(threads);
    letOthersRun = threads::letOthersRun;
  }

  @Override
  protected Processor createProcessor() {
    return new HeaderDeadline(this, getAdapter(), letOthersRun, headerDeadline, waitingHeaders());
  }

  /** The connections there may be are set after this is made. */
  private synchronized WaitingHeaders waitingHeaders() {
    if (waitingHeaders == null) {
      int all = getMaxConnections();
      waitingHeaders = new WaitingHeaders(all < 0 ? Integer.MAX_VALUE : Math.max(1, all / PART));
    }
    return waitingHeaders;
  }
}
