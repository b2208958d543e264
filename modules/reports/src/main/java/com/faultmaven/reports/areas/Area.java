package com.faultmaven.reports.areas;

import com.faultmaven.reports.Box;
import com.faultmaven.reports.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Polygons on earth, whose edges are straight in degrees; valid as RFC 7946 has them. */
public record Area(List<Shape> shapes) {

  /** One polygon: an outer ring and the rings of its holes, each closed. */
  public record Shape(List<Place> outer, List<List<Place>> holes) {}

  public Area {
    shapes = List.copyOf(shapes);
  }

  /** What surrounds all of it. */
  public Box bounds() {
    List<Place> places = shapes.stream().flatMap(it -> it.outer().stream()).toList();
    return Box.around(places).orElseThrow();
  }

  /** As GeoJSON, without altitudes: a Polygon or a MultiPolygon. */
  public Map<String, Object> geoJson() {
    return shapes.size() == 1
        ? Map.of("type", "Polygon", "coordinates", rings(shapes.getFirst()))
        : Map.of("type", "MultiPolygon", "coordinates", shapes.stream().map(Area::rings).toList());
  }

  /** The outer rings as PostgreSQL reads polygons. */
  public String[] outers() {
    return shapes.stream().map(it -> sql(it.outer())).toArray(String[]::new);
  }

  /** The rings of all holes as PostgreSQL reads polygons. */
  public String[] holes() {
    return shapes.stream().flatMap(it -> it.holes().stream()).map(Area::sql).toArray(String[]::new);
  }

  /** For each hole which polygon it is in, from 1. */
  public Integer[] ownersOfHoles() {
    return IntStream.range(0, shapes.size())
        .boxed()
        .flatMap(it -> shapes.get(it).holes().stream().map(_ -> it + 1))
        .toArray(Integer[]::new);
  }

  private static List<List<List<Double>>> rings(Shape shape) {
    return Stream.concat(Stream.of(shape.outer()), shape.holes().stream())
        .map(ring -> ring.stream().map(it -> List.of(it.longitude(), it.latitude())).toList())
        .toList();
  }

  private static String sql(List<Place> ring) {
    return ring.stream()
        .map(it -> "(" + it.longitude() + "," + it.latitude() + ")")
        .collect(Collectors.joining(",", "(", ")"));
  }
}
