package com.faultmaven.web.http;

import com.faultmaven.web.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sees to it that everything behind it reads the same path. Spring would take what follows a
 * semicolon for parameters of the segment and drop it.
 */
final class PathFilter extends RequestFilter {

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String sent = request.getRequestURI();
    String path = SentPath.checked(sent);
    chain.doFilter(path.equals(sent) ? request : new WithPath(request, path), response);
  }
}
