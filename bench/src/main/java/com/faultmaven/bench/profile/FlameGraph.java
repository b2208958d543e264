package com.faultmaven.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Draws stacks as flames: a method is as wide as its part of the samples, and stands on its caller.
 */
public final class FlameGraph {

  private static final double WIDTH = 1800;
  private static final int HEIGHT = 16;
  private static final double NARROWEST = 0.5;
  private static final double OF_A_LETTER = 6.6;

  /** Whose code it is shows in its colour. */
  private static final Map<String, String> COLOURS =
      Map.of(
          "com.faultmaven.", "#e2711d",
          "org.springframework.", "#8ab17d",
          "org.apache.", "#5fa8d3",
          "org.postgresql.", "#b497d6",
          "com.zaxxer.", "#b497d6",
          "tools.jackson.", "#e9c46a");

  private static final String OTHERS = "#cccccc";

  private final StringBuilder boxes = new StringBuilder();
  private final double perSample;
  private int rows;

  private FlameGraph(Frame all) {
    perSample = WIDTH / Math.max(1, all.samples());
  }

  /**
   * An image in SVG, in which a method says its name and its part.
   *
   * @param recording of Java Flight Recorder
   */
  public static String of(Path recording, String title) throws IOException {
    return of(Frame.of(recording), title);
  }

  static String of(Frame all, String title) {
    FlameGraph graph = new FlameGraph(all);
    graph.draw(all, 0, 0, all.samples());
    int height = (graph.rows + 3) * HEIGHT;
    return String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 %d %.0f %d' font-family='monospace'"
                + " font-size='11'>%n<text x='4' y='%d'>%s: %d samples of processor time</text>%n",
            -height,
            WIDTH,
            height,
            12 - height,
            escaped(title),
            all.samples())
        + graph.boxes
        + "</svg>\n";
  }

  private void draw(Frame frame, double x, int row, long all) {
    double width = perSample * frame.samples();
    if (width < NARROWEST) {
      return;
    }
    rows = Math.max(rows, row);
    int y = -(row + 1) * HEIGHT;
    boxes.append(
        String.format(
            Locale.ROOT,
            "<g><title>%s %.1f %%</title><rect x='%.1f' y='%d' width='%.1f' height='%d' fill='%s'"
                + " stroke='white'/>%s</g>%n",
            escaped(frame.name),
            100.0 * frame.samples() / all,
            x,
            y,
            width,
            HEIGHT,
            colour(frame.name),
            label(frame.name, x, y, width)));
    double left = x;
    for (Frame called : frame.called()) {
      draw(called, left, row + 1, all);
      left += perSample * called.samples();
    }
  }

  private static String label(String name, double x, int y, double width) {
    String shown = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    int letters = (int) (width / OF_A_LETTER) - 1;
    return letters < 3
        ? ""
        : String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%d' pointer-events='none'>%s</text>",
            x + 2,
            y + 12,
            escaped(shown.substring(0, Math.min(letters, shown.length()))));
  }

  private static String colour(String name) {
    return COLOURS.entrySet().stream()
        .filter(colour -> name.startsWith(colour.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHERS);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
  }
}
