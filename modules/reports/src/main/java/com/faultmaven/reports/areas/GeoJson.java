package com.faultmaven.reports.areas;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.areas.Area.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads areas as clients send them. Whatever is wrong with one is said of the whole of it. */
public final class GeoJson {

  private static final int MOST_SHAPES = 20;
  private static final int MOST_RINGS = 100;
  private static final int MOST_POSITIONS = 2_000;
  private static final int FEWEST_POSITIONS = 4;
  private static final double MOST_EASTERN = 180;
  private static final double MOST_NORTHERN = 90;
  private static final double WHOLE_EARTH = 360;

  private final String pointer;

  private GeoJson(String pointer) {
    this.pointer = pointer;
  }

  /**
   * Reads a Polygon, a MultiPolygon or a Feature of one.
   *
   * @param pointer where it stands in the request (RFC 6901)
   * @throws InvalidRequest saying what is wrong with it
   */
  public static Area area(Map<?, ?> json, String pointer) {
    GeoJson reader = new GeoJson(pointer);
    Area area = reader.area(json);
    String fault = Region.faultOf(area);
    if (fault != null) {
      throw reader.refused("invalid_format", "The geometry is not valid: " + fault + ".");
    }
    return area;
  }

  /** The same of what was found to be valid when it was stored. */
  public static Area stored(Map<?, ?> json) {
    return new GeoJson("").area(json);
  }

  private Area area(Map<?, ?> json) {
    Object type = json.get("type");
    if ("Feature".equals(type) && json.get("geometry") instanceof Map<?, ?> geometry) {
      return "Feature".equals(geometry.get("type")) ? refuseType() : area(geometry);
    }
    List<?> shapes =
        "Polygon".equals(type)
            ? List.of(list(json.get("coordinates")))
            : "MultiPolygon".equals(type) ? list(json.get("coordinates")) : refuseType();
    if (shapes.isEmpty() || shapes.size() > MOST_SHAPES) {
      throw refused("too_many", "An area has 1 to " + MOST_SHAPES + " polygons.");
    }
    requireBounded(shapes);
    return new Area(shapes.stream().map(it -> shape(list(it))).toList());
  }

  /** Before anything is made of it. */
  private void requireBounded(List<?> shapes) {
    List<List<?>> rings =
        shapes.stream().flatMap(shape -> list(shape).stream()).<List<?>>map(this::list).toList();
    if (rings.size() > MOST_RINGS || rings.stream().mapToInt(List::size).sum() > MOST_POSITIONS) {
      throw refused(
          "too_many", "An area has at most " + MOST_RINGS + " rings and 2,000 positions.");
    }
  }

  private Shape shape(List<?> rings) {
    if (rings.isEmpty()) {
      throw refused("too_few", "A polygon has an outer ring.");
    }
    List<List<Place>> read = rings.stream().map(it -> ring(list(it))).toList();
    return new Shape(read.getFirst(), read.subList(1, read.size()));
  }

  private List<Place> ring(List<?> positions) {
    List<Place> ring = positions.stream().map(this::place).toList();
    if (ring.size() < FEWEST_POSITIONS || !ring.getFirst().equals(ring.getLast())) {
      throw refused(
          "invalid_format",
          "A ring is closed: it has 4 or more positions, of which the last is the first.");
    }
    for (int index = 1; index < ring.size(); index++) {
      double edge = Math.abs(ring.get(index).longitude() - ring.get(index - 1).longitude());
      if (edge > MOST_EASTERN && edge < WHOLE_EARTH) {
        throw refused("out_of_range", "No edge crosses the meridian of 180°; send two polygons.");
      }
    }
    return ring;
  }

  private Place place(@Nullable Object position) {
    List<?> numbers = list(position);
    if (numbers.size() < 2
        || !(numbers.get(0) instanceof Number longitude)
        || !(numbers.get(1) instanceof Number latitude)) {
      throw refused("wrong_type", "A position is a longitude and a latitude.");
    }
    // -0 is 0
    Place place = new Place(longitude.doubleValue() + 0.0, latitude.doubleValue() + 0.0);
    if (!(Math.abs(place.longitude()) <= MOST_EASTERN)
        || !(Math.abs(place.latitude()) <= MOST_NORTHERN)) {
      throw refused("out_of_range", "A longitude must be -180 to 180, and a latitude -90 to 90.");
    }
    return place;
  }

  private List<?> list(@Nullable Object json) {
    if (json instanceof List<?> list) {
      return list;
    }
    throw refused("wrong_type", "The coordinates are lists of lists.");
  }

  private <T> T refuseType() {
    throw refused("unknown_value", "An area is a Polygon, a MultiPolygon, or a Feature of one.");
  }

  private InvalidRequest refused(String code, String detail) {
    return InvalidRequest.body(pointer, code, detail);
  }
}
