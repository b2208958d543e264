# FaultMaven Cases, from what build/image lays out. It is production, and says what it must be told to start.
FROM eclipse-temurin:25-jdk@sha256:97014c4b396021f9ddb7d592a7dbedb0c4e4215c29e03dc01c393558aefb71c2 AS jdk
COPY deploy/image/runtime /runtime
RUN /runtime /java

FROM ubuntu:24.04@sha256:4fbb8e6a8395de5a7550b33509421a2bafbc0aab6c06ba2cef9ebffbc7092d90 AS java
COPY --from=jdk /java /opt/java
ENV JAVA_HOME=/opt/java LANG=C.UTF-8
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin faultmaven

FROM java AS release
WORKDIR /build
COPY platform/dev-database/target/classes dev-database/classes
COPY platform/dev-database/target/lib dev-database/lib
COPY deploy/image/train train
COPY --chown=10001 target/image/release /opt/faultmaven
# PostgreSQL runs neither as root nor as a user without a name
USER 10001
RUN ./train /opt/faultmaven dev-database

FROM java
WORKDIR /opt/faultmaven
# what seldom changes first, so that a new version is a few small layers
COPY target/image/layers/dependencies/ lib/
COPY target/image/layers/snapshot-dependencies/ lib/
COPY target/image/layers/application/ lib/
COPY --from=release /opt/faultmaven/lib/faultmaven.aot lib/
COPY deploy/bin/faultmaven bin/
USER 10001
# beside the heap, about 200 MB are needed; nothing is written but below /tmp: the root may be read-only
# metrics are on 8004, for whoever the network of the container lets there
ENV ENVIRONMENT=production PORT=8003 MANAGEMENT_SERVER_PORT=8004 MANAGEMENT_SERVER_ADDRESS=0.0.0.0 \
  JAVA_OPTS=-XX:MaxRAMPercentage=60
EXPOSE 8003 8004
# there is no curl in the image
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["/opt/faultmaven/bin/faultmaven"]
CMD ["run"]
