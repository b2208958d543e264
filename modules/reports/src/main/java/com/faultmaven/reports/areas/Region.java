package com.faultmaven.reports.areas;

import com.faultmaven.reports.Box;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.areas.Area.Shape;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Where something is, in degrees, to be compared with many areas. */
public final class Region {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final PreparedGeometry geometry;

  private Region(Geometry geometry) {
    this.geometry = PreparedGeometryFactory.prepare(geometry);
  }

  public static Region of(Area area) {
    return new Region(polygons(area));
  }

  /** What a box surrounds: a point too, if it is as small as that. */
  public static Region of(Box box) {
    return new Region(
        GEOMETRIES.toGeometry(new Envelope(box.west(), box.east(), box.south(), box.north())));
  }

  /** Whether it has a point in common with an area. */
  public boolean meets(Area area) {
    return geometry.intersects(polygons(area));
  }

  /** What surrounds it. */
  public Box bounds() {
    Envelope bounds = geometry.getGeometry().getEnvelopeInternal();
    return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
  }

  /**
   * What is wrong with an area in a few words; null if its rings cross neither themselves nor each
   * other, and holes are inside.
   */
  static @Nullable String faultOf(Area area) {
    IsValidOp check = new IsValidOp(polygons(area));
    return check.isValid()
        ? null
        : check.getValidationError().getMessage().toLowerCase(Locale.ROOT);
  }

  private static MultiPolygon polygons(Area area) {
    return GEOMETRIES.createMultiPolygon(
        area.shapes().stream().map(Region::polygon).toArray(Polygon[]::new));
  }

  private static Polygon polygon(Shape shape) {
    return GEOMETRIES.createPolygon(
        ring(shape.outer()), shape.holes().stream().map(Region::ring).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(List<Place> places) {
    return GEOMETRIES.createLinearRing(
        places.stream()
            .map(it -> new Coordinate(it.longitude(), it.latitude()))
            .toArray(Coordinate[]::new));
  }
}
