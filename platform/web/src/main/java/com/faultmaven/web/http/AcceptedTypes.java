package com.faultmaven.web.http;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What the Accept header asks for, without the parameters of its media types: an answer would take
 * them over, and JSON is UTF-8 whatever charset is wished for.
 */
final class AcceptedTypes implements ContentNegotiationStrategy {

  private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

  @Override
  public List<MediaType> resolveMediaTypes(NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    List<MediaType> sent = header.resolveMediaTypes(request);
    if (sent == MEDIA_TYPE_ALL_LIST) {
      return sent;
    }
    List<MediaType> accepted =
        sent.stream()
            .filter(type -> type.getQualityValue() > 0)
            .map(type -> new MediaType(type.getType(), type.getSubtype()))
            .toList();
    if (accepted.isEmpty()) {
      throw new HttpMediaTypeNotAcceptableException("Accept rules out everything it names");
    }
    return accepted;
  }
}
