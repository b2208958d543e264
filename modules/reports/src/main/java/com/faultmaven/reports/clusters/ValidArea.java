package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Place;
import com.faultmaven.reports.clusters.Area.Shape;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Whether rings make an area: none crosses itself or another one, and holes are inside. */
final class ValidArea {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private ValidArea() {}

  /** What is wrong with an area in a few words; null for nothing. */
  static @Nullable String faultOf(Area area) {
    MultiPolygon shapes =
        GEOMETRIES.createMultiPolygon(
            area.shapes().stream().map(ValidArea::polygon).toArray(Polygon[]::new));
    IsValidOp check = new IsValidOp(shapes);
    return check.isValid()
        ? null
        : check.getValidationError().getMessage().toLowerCase(Locale.ROOT);
  }

  private static Polygon polygon(Shape shape) {
    return GEOMETRIES.createPolygon(
        ring(shape.outer()),
        shape.holes().stream().map(ValidArea::ring).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(List<Place> places) {
    return GEOMETRIES.createLinearRing(
        places.stream()
            .map(it -> new Coordinate(it.longitude(), it.latitude()))
            .toArray(Coordinate[]::new));
  }
}
