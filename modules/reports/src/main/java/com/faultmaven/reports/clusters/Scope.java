package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Box;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.areas.Area;
import java.util.List;

/** Where one looks. */
public sealed interface Scope {

  /** In an area; its outline counts as inside. */
  record Within(Area area) implements Scope {}

  /**
   * Around a place.
   *
   * @param metres 1 to 50,000
   */
  record Around(Place center, double metres) implements Scope {

    private static final double EARTH_RADIUS_M = 6_371_000;
    private static final double POLE = 90;
    private static final double MERIDIAN = 180;

    /** More than two notations of a place can differ by. */
    private static final double MARGIN = 1e-5;

    /**
     * What surrounds the circle; all longitudes where it touches a pole or the meridian of 180°.
     */
    Box bounds() {
      double angle = metres / EARTH_RADIUS_M;
      double latitudes = Math.toDegrees(angle) + MARGIN;
      double south = center.latitude() - latitudes;
      double north = center.latitude() + latitudes;
      double sine = Math.sin(angle) / Math.cos(Math.toRadians(center.latitude()));
      double longitudes = sine < 1 ? Math.toDegrees(Math.asin(sine)) + MARGIN : MERIDIAN;
      double west = center.longitude() - longitudes;
      double east = center.longitude() + longitudes;
      boolean all = south <= -POLE || north >= POLE || west < -MERIDIAN || east > MERIDIAN;
      return all ? new Box(-MERIDIAN, south, MERIDIAN, north) : new Box(west, south, east, north);
    }
  }

  /** Among named reports. */
  record Among(List<ReportId> reports) implements Scope {

    public Among {
      reports = List.copyOf(reports);
    }
  }
}
