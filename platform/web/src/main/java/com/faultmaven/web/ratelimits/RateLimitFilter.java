package com.faultmaven.web.ratelimits;

import com.faultmaven.kernel.Caller;
import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.ratelimits.RequestLimits.Counted;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;

/** Refuses requests of whoever makes too many. */
final class RateLimitFilter extends RequestFilter {

  private final RequestLimits limits;
  private final RateLimits rates;

  RateLimitFilter(RequestLimits limits, RateLimits rates) {
    this.limits = limits;
    this.rates = rates;
  }

  @Override
  protected void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    Caller caller = Caller.isKnown() ? Caller.current() : null;
    List<Allowance> allowances = new ArrayList<>(2);
    for (Counted counted : limits.of(request, caller)) {
      Allowance allowance = rates.take(counted.limit(), counted.key());
      allowances.add(allowance);
      if (!allowance.granted()) {
        break;
      }
    }
    RateLimitHeaders.setOn(response, allowances);
    allowances.forEach(Allowance::orRefuse);
    proceed(chain, request, response);
  }
}
