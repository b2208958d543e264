package com.faultmaven.reports.web;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.Box;
import java.util.stream.Stream;

/** Reads a box as a query has it: west, south, east and north. */
final class SentBox {

  private static final double MOST_EASTERN = 180;
  private static final double MOST_NORTHERN = 90;

  private SentBox() {}

  static Box of(String sent) {
    double[] sides = Stream.of(sent.split(",")).mapToDouble(Double::parseDouble).toArray();
    Box box = new Box(sides[0], sides[1], sides[2], sides[3]);
    if (Math.abs(box.west()) > MOST_EASTERN
        || Math.abs(box.east()) > MOST_EASTERN
        || Math.abs(box.south()) > MOST_NORTHERN
        || Math.abs(box.north()) > MOST_NORTHERN
        || box.west() > box.east()
        || box.south() > box.north()) {
      throw InvalidRequest.parameter(
          "bbox",
          "out_of_range",
          "bbox is west, south, east, north: -180 to 180 and -90 to 90, the smaller ones first.");
    }
    return box;
  }
}
