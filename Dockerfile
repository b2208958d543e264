# The packaged service: mvn package first, then build/image. It is production, and says what it must be told to start.
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
# there is no curl in the image
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "service.jar"]
