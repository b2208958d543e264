package com.faultmaven.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A filter that runs the rest of the chain inside something: a scope, a transaction. */
public abstract class ScopeFilter extends OncePerRequestFilter {

  /** Goes on where checked exceptions cannot pass; the outermost filter unwraps them. */
  protected static void proceed(
      FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
    try {
      chain.doFilter(request, response);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ServletException failure) {
      throw new UndeclaredThrowableException(failure);
    }
  }
}
