package com.faultmaven.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/**
 * What part of a process's processor time is spent in some packages and what they call, without the
 * rest of the request that follows one of their filters.
 */
public final class Share {

  private static final String WHAT_FOLLOWS_A_FILTER =
      "org.apache.catalina.core.ApplicationFilterChain.doFilter";

  private final Collection<String> packages;

  private Share(Collection<String> packages) {
    this.packages = packages;
  }

  /**
   * From 0 to 1.
   *
   * @param recording of Java Flight Recorder
   * @param packages how the names of classes begin
   */
  public static double of(Path recording, Collection<String> packages) throws IOException {
    return of(Frame.of(recording), packages);
  }

  static double of(Frame all, Collection<String> packages) {
    return (double) new Share(packages).samples(all, false) / Math.max(1, all.samples());
  }

  private long samples(Frame frame, boolean inside) {
    boolean here =
        !frame.name.equals(WHAT_FOLLOWS_A_FILTER)
            && (inside || packages.stream().anyMatch(frame.name::startsWith));
    long itself = frame.samples();
    long below = 0;
    for (Frame called : frame.called()) {
      itself -= called.samples();
      below += samples(called, here);
    }
    return below + (here ? itself : 0);
  }
}
