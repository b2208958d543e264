package com.faultmaven.escalations;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.Box;
import com.faultmaven.reports.dossiers.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import tools.jackson.databind.json.JsonMapper;

/** An area on earth, whose edges are straight in degrees. */
public final class Area {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_POLYGONS = 20;
  private static final int MOST_RINGS = 100;
  private static final int MOST_POSITIONS = 2_000;
  private static final int FEWEST_POSITIONS = 4;
  private static final double EAST = 180;
  private static final double NORTH = 90;

  private final Geometry polygons;
  private final PreparedGeometry prepared;

  /** What is drawn is polygons; what surrounds a report is its point. */
  private Area(Geometry polygons) {
    this.polygons = polygons;
    this.prepared = PreparedGeometryFactory.prepare(polygons);
  }

  /**
   * Reads GeoJSON: a Polygon or a MultiPolygon.
   *
   * @param pointer where it stands in the request
   * @throws InvalidRequest saying what is wrong with it
   */
  public static Area of(Map<?, ?> json, String pointer) {
    Area area = stored(json, pointer);
    IsValidOp check = new IsValidOp(area.polygons);
    if (!check.isValid()) {
      throw InvalidRequest.body(
          pointer,
          "invalid_format",
          "The area is not valid: "
              + check.getValidationError().getMessage().toLowerCase(Locale.ROOT)
              + ".");
    }
    return area;
  }

  /** The same of what was valid when it was stored. */
  static Area stored(Map<?, ?> json, String pointer) {
    return new Reader(pointer).area(json);
  }

  /** Where a case is: what somebody drew, or else what surrounds its reports; null for nowhere. */
  static @Nullable Area of(Dossier dossier) {
    if (dossier.geometry() != null) {
      return stored(JSON.readValue(dossier.geometry(), Map.class), "/geometry");
    }
    Box bounds = dossier.bounds();
    return bounds == null
        ? null
        : new Area(
            GEOMETRIES.toGeometry(
                new Envelope(bounds.west(), bounds.east(), bounds.south(), bounds.north())));
  }

  /** Whether they have a point in common; quick for one that is asked of many. */
  boolean meets(Area other) {
    return prepared.intersects(other.polygons);
  }

  /** What surrounds it, as PostgreSQL reads a box. */
  String bounds() {
    Envelope bounds = polygons.getEnvelopeInternal();
    return "(%s,%s),(%s,%s)"
        .formatted(bounds.getMaxX(), bounds.getMaxY(), bounds.getMinX(), bounds.getMinY());
  }

  /** As GeoJSON, without altitudes. */
  public Map<String, Object> geoJson() {
    List<List<List<List<Double>>>> shapes = new ArrayList<>();
    for (int n = 0; n < polygons.getNumGeometries(); n++) {
      shapes.add(rings((Polygon) polygons.getGeometryN(n)));
    }
    return shapes.size() == 1
        ? Map.of("type", "Polygon", "coordinates", shapes.getFirst())
        : Map.of("type", "MultiPolygon", "coordinates", shapes);
  }

  private static List<List<List<Double>>> rings(Polygon polygon) {
    List<List<List<Double>>> rings = new ArrayList<>();
    rings.add(positions(polygon.getExteriorRing()));
    for (int n = 0; n < polygon.getNumInteriorRing(); n++) {
      rings.add(positions(polygon.getInteriorRingN(n)));
    }
    return rings;
  }

  private static List<List<Double>> positions(LinearRing ring) {
    List<List<Double>> positions = new ArrayList<>();
    for (Coordinate place : ring.getCoordinates()) {
      positions.add(List.of(place.getX(), place.getY()));
    }
    return positions;
  }

  /** Says of everything that is wrong where it stands. */
  private static final class Reader {

    private final String pointer;
    private int rings;
    private int positions;

    private Reader(String pointer) {
      this.pointer = pointer;
    }

    private Area area(Map<?, ?> json) {
      Object coordinates = json.get("coordinates");
      List<?> shapes =
          switch (String.valueOf(json.get("type"))) {
            case "Polygon" -> List.of(list(coordinates));
            case "MultiPolygon" -> list(coordinates);
            default -> throw refused("unknown_value", "An area is a Polygon or a MultiPolygon.");
          };
      if (shapes.isEmpty() || shapes.size() > MOST_POLYGONS) {
        throw refused("too_many", "An area has 1 to " + MOST_POLYGONS + " polygons.");
      }
      MultiPolygon read =
          GEOMETRIES.createMultiPolygon(shapes.stream().map(this::polygon).toArray(Polygon[]::new));
      return new Area(read);
    }

    private Polygon polygon(@Nullable Object shape) {
      List<?> sent = list(shape);
      rings += sent.size();
      if (sent.isEmpty() || rings > MOST_RINGS) {
        throw refused("too_many", "An area has an outer ring, and at most 100 rings.");
      }
      List<LinearRing> read = sent.stream().map(this::ring).toList();
      return GEOMETRIES.createPolygon(
          read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(@Nullable Object ring) {
      List<?> sent = list(ring);
      positions += sent.size();
      if (positions > MOST_POSITIONS) {
        throw refused("too_many", "An area has at most 2,000 positions.");
      }
      Coordinate[] places = sent.stream().map(this::place).toArray(Coordinate[]::new);
      if (places.length < FEWEST_POSITIONS || !places[0].equals2D(places[places.length - 1])) {
        throw refused("invalid_format", "A ring has 4 or more positions, the last is the first.");
      }
      for (int n = 1; n < places.length; n++) {
        double edge = Math.abs(places[n].getX() - places[n - 1].getX());
        if (edge > EAST && edge < 2 * EAST) {
          throw refused("out_of_range", "No edge crosses the meridian of 180°.");
        }
      }
      return GEOMETRIES.createLinearRing(places);
    }

    private Coordinate place(@Nullable Object position) {
      List<?> numbers = list(position);
      if (numbers.size() < 2
          || !(numbers.get(0) instanceof Number east)
          || !(numbers.get(1) instanceof Number north)) {
        throw refused("wrong_type", "A position is a longitude and a latitude.");
      }
      Coordinate place = new Coordinate(east.doubleValue(), north.doubleValue());
      if (!(Math.abs(place.getX()) <= EAST) || !(Math.abs(place.getY()) <= NORTH)) {
        throw refused("out_of_range", "Longitudes are -180 to 180, latitudes -90 to 90.");
      }
      return place;
    }

    private List<?> list(@Nullable Object json) {
      if (json instanceof List<?> list) {
        return list;
      }
      throw refused("wrong_type", "Coordinates are lists of lists.");
    }

    private InvalidRequest refused(String code, String detail) {
      return InvalidRequest.body(pointer, code, detail);
    }
  }
}
