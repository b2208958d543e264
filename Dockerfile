# The packaged service: mvn package first, then build/image. It needs a PostgreSQL, named by DATABASE_URL.
FROM eclipse-temurin:25-jre AS extracted
WORKDIR /extracted
COPY app/target/faultmaven-app-*-exec.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /service service
WORKDIR /service
# what changes rarely first, so that a new version is a small layer
COPY --from=extracted /extracted/layers/dependencies/ ./
COPY --from=extracted /extracted/layers/spring-boot-loader/ ./
COPY --from=extracted /extracted/layers/snapshot-dependencies/ ./
COPY --from=extracted /extracted/layers/application/ ./
USER 10001
ENV ENVIRONMENT=production PORT=8003
EXPOSE 8003
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "service.jar"]
