package com.faultmaven.reports;

/**
 * A place on earth, in degrees.
 *
 * @param longitude -180 to 180
 * @param latitude -90 to 90
 */
public record Place(double longitude, double latitude) {

  private static final double EARTH_RADIUS_KM = 6371.0;

  /** The great-circle distance in kilometres, by haversine. */
  public double kilometresTo(Place other) {
    double latitudes = Math.toRadians(other.latitude - latitude);
    double longitudes = Math.toRadians(other.longitude - longitude);
    double sineOfLatitudes = Math.sin(latitudes / 2);
    double sineOfLongitudes = Math.sin(longitudes / 2);
    double h =
        sineOfLatitudes * sineOfLatitudes
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * sineOfLongitudes
                * sineOfLongitudes;
    return EARTH_RADIUS_KM * 2 * Math.atan2(Math.sqrt(h), Math.sqrt(1 - h));
  }
}
