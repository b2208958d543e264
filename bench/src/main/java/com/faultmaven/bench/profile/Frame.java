package com.faultmaven.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** A method with what it called, and how many samples were taken in it and below. */
final class Frame {

  private static final String SAMPLE = "jdk.CPUTimeSample";

  final String name;
  private final Map<String, Frame> called = new HashMap<>();
  private long samples;

  Frame(String name) {
    this.name = name;
  }

  /** All stacks of a recording, from the outermost method on. */
  static Frame of(Path recording) throws IOException {
    Frame all = new Frame("all");
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        RecordedStackTrace stack = event.getStackTrace();
        if (event.getEventType().getName().equals(SAMPLE) && stack != null) {
          all.add(stack.getFrames().reversed().stream().map(Frame::nameOf).toList());
        }
      }
    }
    return all;
  }

  private static String nameOf(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  /**
   * @param stack names, the outermost first
   */
  void add(List<String> stack) {
    Frame frame = this;
    frame.samples++;
    for (String method : stack) {
      frame = frame.called.computeIfAbsent(method, Frame::new);
      frame.samples++;
    }
  }

  long samples() {
    return samples;
  }

  /** What it called, by name, so that two graphs can be compared. */
  List<Frame> called() {
    return called.values().stream().sorted(Comparator.comparing(frame -> frame.name)).toList();
  }
}
