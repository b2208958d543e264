package com.faultmaven.web.problems;

import com.faultmaven.kernel.CommonProblem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Failures between the socket and the controller. */
final class WebFailures {

  private WebFailures() {}

  static @Nullable Problem problemOf(Throwable failure) {
    return switch (failure) {
      case HttpMessageNotReadableException _ ->
          Problem.of(
              CommonProblem.MALFORMED_BODY, "The request body is missing or cannot be read.");
      case MethodArgumentTypeMismatchException mismatch ->
          Problem.of(
              CommonProblem.INVALID_PARAMETER,
              mismatch.getName() + " does not have the right form.");
      case InvalidParameterException _ ->
          Problem.of(CommonProblem.INVALID_PARAMETER, "The query string cannot be decoded.");
      case BadRequestException _ ->
          Problem.of(
              CommonProblem.MALFORMED_BODY, "The request body breaks off or cannot be read.");
      case ServletRequestBindingException _ ->
          Problem.of(CommonProblem.INVALID_PARAMETER, "A required parameter or header is missing.");
      case MaxUploadSizeExceededException _ -> ofStatus(413, Map.of());
      case MultipartException _ -> ofStatus(415, Map.of());
      case HttpRequestMethodNotSupportedException refused ->
          ofStatus(405, allowOf(refused.getSupportedHttpMethods()));
      case ErrorResponse known ->
          ofStatus(known.getStatusCode().value(), known.getHeaders().toSingleValueMap());
      default -> null;
    };
  }

  /** As OPTIONS says it: what can be read has a HEAD, too. */
  private static Map<String, String> allowOf(@Nullable Collection<HttpMethod> mapped) {
    if (mapped == null) {
      return Map.of();
    }
    Set<String> methods = new LinkedHashSet<>();
    for (HttpMethod method : mapped) {
      methods.add(method.name());
      if (method == HttpMethod.GET) {
        methods.add(HttpMethod.HEAD.name());
      }
    }
    methods.add(HttpMethod.OPTIONS.name());
    return Map.of("Allow", String.join(",", methods));
  }

  /** For failures of which nothing but the status is known. */
  static Problem ofStatus(int status, Map<String, String> headers) {
    return switch (status) {
      case 401 ->
          Problem.of(CommonProblem.AUTHENTICATION_REQUIRED, "Credentials are missing.", headers);
      case 403 -> Problem.of(CommonProblem.PERMISSION_DENIED, "This is not allowed.", headers);
      case 404 ->
          Problem.of(CommonProblem.ROUTE_NOT_FOUND, "There is nothing at this address.", headers);
      case 405 ->
          Problem.of(
              CommonProblem.METHOD_NOT_ALLOWED,
              "This address does not know this method; Allow names those it knows.",
              headers);
      case 406 ->
          Problem.of(
              CommonProblem.NOT_ACCEPTABLE,
              "There is no answer in a form you accept; answers are application/json.",
              headers);
      case 408 ->
          Problem.of(CommonProblem.REQUEST_TIMEOUT, "The request was not there in time.", headers);
      case 413 ->
          Problem.of(CommonProblem.BODY_TOO_LARGE, "The request body is too large.", headers);
      case 415 ->
          Problem.of(
              CommonProblem.UNSUPPORTED_MEDIA_TYPE,
              "The request body has a media type this address does not read; Accept names those it reads.",
              headers);
      case 431 ->
          Problem.of(
              CommonProblem.HEADERS_TOO_LARGE,
              "The line and the headers of the request are larger than the server reads.",
              headers);
      case 500 -> Diagnosis.of(new AssertionError());
      case 503 -> DatabaseProblems.UNAVAILABLE;
      // whatever else the container refuses, 501 and 505 included, is the request's fault
      default ->
          Problem.of(CommonProblem.BAD_REQUEST, "The request is not well-formed HTTP.", headers);
    };
  }
}
