package com.faultmaven.web.http;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What the Accept header asks for, without the parameters of its media types: an answer would take
 * them over, and JSON is UTF-8 whatever charset is wished for.
 */
final class AcceptedTypes implements ContentNegotiationStrategy {

  /** Clients send few different ones, and each the same with all its requests. */
  private static final int REMEMBERED = 100;

  private final ConcurrentLruCache<String, List<MediaType>> known =
      new ConcurrentLruCache<>(REMEMBERED, AcceptedTypes::parse);

  @Override
  public List<MediaType> resolveMediaTypes(NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    String[] sent = request.getHeaderValues(HttpHeaders.ACCEPT);
    if (sent == null) {
      return MEDIA_TYPE_ALL_LIST;
    }
    List<MediaType> accepted = accepted(String.join(",", sent));
    if (accepted.isEmpty()) {
      throw new HttpMediaTypeNotAcceptableException("Accept rules out everything it names");
    }
    return accepted;
  }

  private List<MediaType> accepted(String header) throws HttpMediaTypeNotAcceptableException {
    try {
      return known.get(header);
    } catch (InvalidMimeTypeException | InvalidMediaTypeException notRead) {
      throw new HttpMediaTypeNotAcceptableException(
          "Could not parse Accept: " + notRead.getMessage());
    }
  }

  private static List<MediaType> parse(String header) {
    List<MediaType> types = new ArrayList<>(MediaType.parseMediaTypes(header));
    if (types.isEmpty()) {
      return MEDIA_TYPE_ALL_LIST;
    }
    MimeTypeUtils.sortBySpecificity(types);
    return types.stream()
        .filter(type -> type.getQualityValue() > 0)
        .map(type -> new MediaType(type.getType(), type.getSubtype()))
        .toList();
  }
}
