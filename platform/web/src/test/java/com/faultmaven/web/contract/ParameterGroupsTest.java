package com.faultmaven.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

class ParameterGroupsTest {

  private enum Size {
    SMALL,
    LARGE
  }

  private record Filter(
      @Nullable List<Size> size,
      @Nullable List<String> tag,
      @BindParam("created_after") @DateTimeFormat(iso = ISO.DATE_TIME)
          @Nullable OffsetDateTime createdAfter,
      Boolean archived) {

    @SuppressWarnings("ConstantValue") // what is absent is null
    Filter {
      archived = archived != null && archived;
    }
  }

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  /** As ours do. */
  private static DefaultFormattingConversionService conversions() {
    DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();
    conversions.removeConvertible(String.class, Collection.class);
    return conversions;
  }

  void operation(Filter filter) {}

  private Filter read() throws NoSuchMethodException {
    MethodParameter parameter =
        new MethodParameter(getClass().getDeclaredMethod("operation", Filter.class), 0);
    ParameterGroups groups = new ParameterGroups(ParameterGroupsTest::conversions);
    assertThat(groups.supportsParameter(parameter)).isTrue();
    return (Filter) groups.resolveArgument(parameter, null, new ServletWebRequest(request), null);
  }

  @Test
  void readsEachParameterByItsName() throws NoSuchMethodException {
    request.addParameter("size", "SMALL", "LARGE");
    request.addParameter("tag", "a,b");
    request.addParameter("created_after", "2026-03-14T09:26:53+02:00");
    request.addParameter("archived", "true");

    assertThat(read())
        .isEqualTo(
            new Filter(
                List.of(Size.SMALL, Size.LARGE),
                List.of("a,b"),
                OffsetDateTime.parse("2026-03-14T09:26:53+02:00"),
                true));
  }

  @Test
  void leavesToTheRecordWhatIsAbsent() throws NoSuchMethodException {
    request.addHeader("tag", "of a header");

    assertThat(read()).isEqualTo(new Filter(null, null, null, false));
  }

  @Test
  void namesTheParameterThatCannotBeRead() {
    request.addParameter("created_after", "yesterday");

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            MethodArgumentTypeMismatchException.class,
            mismatch -> assertThat(mismatch.getName()).isEqualTo("created_after"));
  }
}
