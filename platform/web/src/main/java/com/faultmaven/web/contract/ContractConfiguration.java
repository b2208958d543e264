package com.faultmaven.web.contract;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.web.FilterOrder;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

  @Bean
  SchemaRegistry contractRegistry() {
    return registry();
  }

  @Bean
  Operations operations(SchemaRegistry contractRegistry) {
    return OperationsReader.read(Contracts.packaged(), contractRegistry);
  }

  @Bean
  ContractSchemas contractSchemas(SchemaRegistry contractRegistry) {
    return new ContractSchemas(Contracts.packaged(), contractRegistry);
  }

  @Bean
  FilterRegistrationBean<FormFilter> formFilter(Operations operations) {
    return FilterOrder.FORMS.registerForApi(new FormFilter(operations));
  }

  @Bean
  WebMvcConfigurer contractKeeping(
      Operations operations,
      JsonMapper json,
      @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversions) {
    return new WebMvcConfigurer() {

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ParameterGroups(SingletonSupplier.of(conversions::getObject)));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ContractInterceptor(operations));
      }

      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new ContractBodies(json, operations));
      }

      /** A repeatable parameter given once is one value, whatever commas are in it. */
      @Override
      public void addFormatters(FormatterRegistry registry) {
        registry.removeConvertible(String.class, Collection.class);
      }
    };
  }

  static SchemaRegistry registry() {
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .keyword(new MaxBytes())
            .formats(Formats.all())
            .unknownKeywordFactory((keyword, _) -> new NonValidationKeyword(keyword))
            .build();
    return SchemaRegistry.withDialect(
        dialect,
        builder ->
            builder.schemaRegistryConfig(
                SchemaRegistryConfig.builder().regularExpressionFactory(new Patterns()).build()));
  }
}
