package com.faultmaven.web.contract;

import com.faultmaven.contracts.ContractDocument;
import com.faultmaven.contracts.Contracts;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.net.URI;
import java.util.Collection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

  @Bean
  Contract contract() {
    SchemaRegistry registry = registry();
    return Contract.of(
        Contracts.packaged().documents().stream()
            .filter(ContractDocument::isOfApi)
            .map(document -> URI.create("classpath:/" + document.resource()))
            .map(document -> Place.top(registry, document))
            .filter(ContractConfiguration::validates));
  }

  @Bean
  WebMvcConfigurer contractKeeping(Contract contract, JsonMapper json) {
    return new WebMvcConfigurer() {

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ContractInterceptor(contract)).addPathPatterns("/api/**");
      }

      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new ContractBodies(json));
      }

      /** A repeatable parameter given once is one value, whatever commas are in it. */
      @Override
      public void addFormatters(FormatterRegistry registry) {
        registry.removeConvertible(String.class, Collection.class);
      }
    };
  }

  /** A contract may say that requests are not held to it, because its clients never were. */
  private static boolean validates(Place document) {
    return document.node().path("x-validated").asBoolean(true);
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
