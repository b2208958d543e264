package com.faultmaven.cleanapp;

import com.faultmaven.reports.areas.Area;
import com.faultmaven.reports.areas.GeoJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An area as it was sent.
 *
 * @param sent GeoJSON, a Feature too
 */
record SentGeometry(Map<String, Object> sent, Area area) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final int LONGEST_SHOWN = 40;

  /** The area of a body, or null if there is none. */
  static @Nullable SentGeometry in(SentJson body) {
    JsonNode node = body.any("geometry");
    if (node == null) {
      return null;
    }
    requireKnownType(node);
    Map<String, Object> sent = JSON.convertValue(node, OBJECT);
    return new SentGeometry(sent, GeoJson.area(sent, "/geometry"));
  }

  /** Its Polygon or MultiPolygon as JSON. */
  String json() {
    return JSON.writeValueAsString(area.geoJson());
  }

  private static void requireKnownType(JsonNode node) {
    if (!node.isObject()) {
      throw Refused.because("invalid geometry: it is no object");
    }
    String type = node.path("type").asString("");
    boolean feature = type.equals("Feature");
    String named = feature ? node.path("geometry").path("type").asString("") : type;
    if (!named.equals("Polygon") && !named.equals("MultiPolygon")) {
      String shown =
          named.length() <= LONGEST_SHOWN ? named : named.substring(0, LONGEST_SHOWN) + "…";
      throw Refused.because("unsupported geometry type: " + shown);
    }
  }
}
