package com.faultmaven.web.contract;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads query parameters that are one argument into its record. Spring's data binder reads the
 * annotations of the record anew for every request, which takes longer than all the rest of it.
 */
final class ParameterGroups implements HandlerMethodArgumentResolver {

  private final Supplier<? extends ConversionService> conversions;
  private final Map<Class<?>, Group> groups = new ConcurrentHashMap<>();

  ParameterGroups(Supplier<? extends ConversionService> conversions) {
    this.conversions = conversions;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().isRecord();
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Group group = groups.computeIfAbsent(parameter.getParameterType(), Group::of);
    Object[] values =
        group.members().stream()
            .map(member -> value(member, request.getParameterValues(member.name()), parameter))
            .toArray();
    return BeanUtils.instantiateClass(group.constructor(), values);
  }

  private @Nullable Object value(
      Member member, String @Nullable [] sent, MethodParameter parameter) {
    if (sent == null) {
      return null;
    }
    Object given = sent.length == 1 ? sent[0] : sent;
    try {
      return conversions.get().convert(given, TypeDescriptor.forObject(given), member.type());
    } catch (ConversionException e) {
      throw new MethodArgumentTypeMismatchException(
          given, member.type().getType(), member.name(), parameter, e);
    }
  }

  /** A record and the parameters that its constructor takes, in their order. */
  private record Group(Constructor<?> constructor, List<Member> members) {

    static Group of(Class<?> type) {
      Constructor<?> constructor = BeanUtils.getResolvableConstructor(type);
      return new Group(
          constructor,
          IntStream.range(0, constructor.getParameterCount())
              .mapToObj(index -> Member.of(constructor, index))
              .toList());
    }
  }

  /** A query parameter, and what it is converted to. */
  private record Member(String name, TypeDescriptor type) {

    static Member of(Constructor<?> constructor, int index) {
      MethodParameter parameter = new MethodParameter(constructor, index);
      BindParam renamed = parameter.getParameterAnnotation(BindParam.class);
      return new Member(
          renamed == null ? constructor.getParameters()[index].getName() : renamed.value(),
          new TypeDescriptor(parameter));
    }
  }
}
