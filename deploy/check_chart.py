"""Renders the chart with helm ($HELM) and holds it to what it promises, and to the schemas of Kubernetes and of the
Prometheus operator ($OPERATOR_SCHEMAS)."""
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import kubernetes_validate
import yaml

CHART = Path(__file__).parent / "helm" / "faultmaven"
OPERATOR = "monitoring.coreos.com"
# the oldest the chart says it runs on, and the newest whose schemas are here
VERSIONS = ["1.29", kubernetes_validate.latest_version()]

# all that has to be said, behind a gateway and with tokens
GATEWAY = {
    "image.repository": "registry.example.com/faultmaven-cases",
    "database.secret.name": "database",
    "identity.trustGateway": "true",
    "identity.organizationFrom": "none",
}
TOKENS = {
    "image.repository": "registry.example.com/faultmaven-cases",
    "database.secret.name": "database",
    "identity.issuer": "https://id.example.com/",
    "identity.audience": "cases",
}
STANDALONE = {
    "image.repository": "registry.example.com/faultmaven-cases",
    "database.secret.name": "database",
    "identity.standalone": "true",
    "identity.secret.name": "installation",
}
MOST_VALUES = 4
EVERYTHING = GATEWAY | {
    "broker.bootstrapServers": "kafka:9092",
    "env.FAULTMAVEN_LIMITS_REQUESTS": "sixty-four",
    "image.digest": "sha256:" + 64 * "0",
    "image.pullSecrets[0].name": "registry",
    "envFrom[0].secretRef.name": "more",
    "podAnnotations.note": "a",
    "podLabels.team": "b",
    "nodeSelector.disk": "ssd",
    "tolerations[0].operator": "Exists",
    "priorityClassName": "high",
    "monitoring.serviceMonitor": "true",
    "monitoring.rules": "true",
    "monitoring.dashboards": "true",
    "identity.gateway.secret.name": "gateway",
    "identity.gateway.networks[0]": "10.0.0.0/8",
    "identity.gateway.networks[1]": "fd00::/8",
    "networkPolicy.metricsFrom[0].namespaceSelector.matchLabels.name": "monitoring",
    "redis.secret.name": "cache",
    "tracing.endpoint": "http://collector:4318",
    "tracing.ratio": "0.1",
    "rateLimits.user.reads": "600/1m",
    "rateLimits.user.writes": "off",
    "rateLimits.client.reads": "5000/1m",
    "rateLimits.network.writes": "10/1h",
    "trustedProxies[0]": "10.0.0.0/8",
    "trustedProxies[1]": "fd00::/8",
    "corsOrigins": r"https://app.example.com\,https://admin.example.com:8443",
    "identity.secret.name": "installation",
    "identity.registration": "closed",
    "identity.administrator.username": "root",
    "identity.administrator.email": "root@example.com",
    "identity.administrator.secret.name": "administrator",
    "mail.host": "smtp.example.com",
    "mail.from": "FaultMaven <status@example.com>",
    "mail.secret.name": "smtp",
    "mail.provider": "sendgrid",
    "mail.sendgrid.publicKey": "MFkwEwYHKoZIzj0CAQ==",
    "publicUrl": "https://cases.example.com",
    "status.address": "https://status.example.com",
    "logs.secret.name": "logs",
}
LITTLE = GATEWAY | {
    "autoscaling.enabled": "false",
    "migration.job": "false",
    "networkPolicy.enabled": "false",
    "podDisruptionBudget.enabled": "false",
}


def helm(*arguments, values):
    command = [os.environ["HELM"], *arguments]
    for name, value in values.items():
        command += ["--set", f"{name}={value}"]
    return subprocess.run(command, capture_output=True, text=True)


def render(values):
    lint = helm("lint", "--strict", "--kube-version", VERSIONS[0], str(CHART), values=values)
    assert lint.returncode == 0, lint.stdout + lint.stderr
    rendered = template(values)
    assert rendered.returncode == 0, rendered.stderr
    documents = [document for document in yaml.safe_load_all(rendered.stdout) if document]
    for document in documents:
        validate(document)
    return {document["kind"]: document for document in documents}


def template(values):
    return helm("template", "release", "--kube-version", VERSIONS[0], str(CHART), values=values)


def validate(document):
    group, _, version = document["apiVersion"].rpartition("/")
    if group == OPERATOR:
        # the schemas themselves have expressions of Go, which are not looked at
        jsonschema.Draft202012Validator(operator_schema(document["kind"], version)).validate(document)
        return
    for version in VERSIONS:
        kubernetes_validate.validate(document, version, strict=True)


def operator_schema(kind, version):
    (file,) = Path(os.environ["OPERATOR_SCHEMAS"]).glob(f"{OPERATOR}_{kind.lower()}s.yaml")
    versions = {each["name"]: each for each in yaml.safe_load(file.read_text())["spec"]["versions"]}
    return closed(versions[version]["schema"]["openAPIV3Schema"])


def closed(schema):
    """What is not known would be dropped by Kubernetes without a word."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    within = {name: closed(each) for name, each in schema.items()}
    return {"additionalProperties": False} | within if isinstance(schema.get("properties"), dict) else within


def refuses(values, *words):
    refused = template(values)
    assert refused.returncode != 0, f"{values} is taken"
    for word in words:
        assert word in refused.stderr, f"{word} is not in: {refused.stderr}"


def pod(document):
    return document["spec"]["template"]["spec"]


def environment(document):
    return {entry["name"]: entry.get("value") for entry in pod(document)["containers"][0]["env"]}


def secrets(document):
    """The Secret and the key that a variable comes from."""
    found = {}
    for entry in pod(document)["containers"][0]["env"]:
        reference = entry.get("valueFrom", {}).get("secretKeyRef")
        if reference:
            found[entry["name"]] = (reference["name"], reference["key"])
    return found


def promises_of_a_pod(document):
    spec = pod(document)
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert spec["automountServiceAccountToken"] is False
    assert spec["enableServiceLinks"] is False
    (container,) = spec["containers"]
    security = container["securityContext"]
    assert security["readOnlyRootFilesystem"] is True
    assert security["allowPrivilegeEscalation"] is False
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert {"cpu", "memory"} <= container["resources"]["limits"].keys()
    assert container["env"][0]["valueFrom"]["secretKeyRef"]["name"] == "database"


def promises_of_the_service(manifests):
    deployment = manifests["Deployment"]["spec"]
    assert deployment["strategy"]["rollingUpdate"] == {"maxSurge": 1, "maxUnavailable": 0}
    (container,) = deployment["template"]["spec"]["containers"]
    paths = {name: container[name]["httpGet"]["path"] for name in container if name.endswith("Probe")}
    assert paths == {"startupProbe": "/health", "livenessProbe": "/health", "readinessProbe": "/ready"}
    assert deployment["template"]["spec"]["affinity"]["podAntiAffinity"]
    labels = deployment["template"]["metadata"]["labels"]
    selectors = [
        deployment["selector"]["matchLabels"],
        manifests["Service"]["spec"]["selector"],
        manifests["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        manifests["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
    ]
    job = manifests["Job"]["spec"]["template"]["metadata"]["labels"]
    for selector in selectors:
        assert selector.items() <= labels.items(), selector
        # nobody sends requests to a migration
        assert not selector.items() <= job.items(), selector
    scaling = manifests["HorizontalPodAutoscaler"]["spec"]
    assert (scaling["minReplicas"], scaling["maxReplicas"]) == (2, 10)
    assert scaling["scaleTargetRef"]["name"] == manifests["Deployment"]["metadata"]["name"]
    assert "replicas" not in deployment


def promises_of_who_gets_where(manifests, everything):
    ports = {port["name"]: port["containerPort"] for port in pod(manifests["Deployment"])["containers"][0]["ports"]}
    assert ports == {"http": 8003, "metrics": 8004}
    (http,) = manifests["NetworkPolicy"]["spec"]["ingress"]
    assert [port["port"] for port in http["ports"]] == ["http"]
    _, metrics = everything["NetworkPolicy"]["spec"]["ingress"]
    assert [port["port"] for port in metrics["ports"]] == ["metrics"] and metrics["from"]
    assert everything["ServiceMonitor"]["spec"]["endpoints"][0]["port"] == "metrics"
    referred = secrets(everything["Deployment"])
    assert referred["FAULTMAVEN_IDENTITY_GATEWAY_SECRETS"] == ("gateway", "GATEWAY_SECRET")
    assert referred["REDIS_URL"] == ("cache", "REDIS_URL")
    assert environment(everything["Deployment"])["FAULTMAVEN_IDENTITY_GATEWAY_NETWORKS"] == "10.0.0.0/8,fd00::/8"
    assert "FAULTMAVEN_IDENTITY_GATEWAY_SECRETS" not in environment(manifests["Deployment"])


def promises_of_what_must_be_said():
    """Few values lead to a pod that has all that production does not start without."""
    for values in (GATEWAY, TOKENS, STANDALONE):
        assert len(values) <= MOST_VALUES, values
        for name in values:
            refuses({key: value for key, value in values.items() if key != name}, name.split(".")[-1])
        said = environment(render(values)["Deployment"])
        assert {"DATABASE_URL", "CORS_ORIGINS"} <= said.keys()
        ways = [{"FAULTMAVEN_IDENTITY_TRUST_GATEWAY", "FAULTMAVEN_IDENTITY_ORGANIZATION_FROM"},
                {f"FAULTMAVEN_IDENTITY_{name}" for name in ("JWKS_URI", "ISSUER", "AUDIENCE", "ORGANIZATION_FROM")},
                {"FAULTMAVEN_IDENTITY_MODE", "FAULTMAVEN_SECRET"}]
        assert [way <= said.keys() for way in ways].count(True) == 1, said
        # what is not asked for is not said, and so is as the service has it
        unasked = ("FAULTMAVEN_RATE_LIMITS", "OTEL_", "SPRING_MAIL", "FAULTMAVEN_MAIL", "FAULTMAVEN_ACCOUNTS", "FAULTMAVEN_STATUS",
                   "FAULTMAVEN_PUBLIC")
        assert not [name for name in said if name.startswith(unasked)]


def promises_of_limits_and_traces(everything):
    said = environment(everything["Deployment"])
    limits = {name.removeprefix("FAULTMAVEN_RATE_LIMITS_"): value for name, value in said.items()
              if name.startswith("FAULTMAVEN_RATE_LIMITS_")}
    assert limits == {"USER_READS": "600/1m", "USER_WRITES": "off", "CLIENT_READS": "5000/1m", "NETWORK_WRITES": "10/1h"}
    assert said["FAULTMAVEN_LIMITS_TRUSTED_PROXIES"] == "10.0.0.0/8,fd00::/8"
    assert said["OTEL_EXPORTER_OTLP_ENDPOINT"] == "http://collector:4318"
    assert (said["OTEL_TRACES_SAMPLER"], said["OTEL_TRACES_SAMPLER_ARG"]) == ("parentbased_traceidratio", "0.1")
    ports = {port["port"] for port in everything["NetworkPolicy"]["spec"]["egress"][0]["ports"]}
    assert {5432, 9092, 6379, 443, 4318} <= ports
    shared = environment(render(GATEWAY | {"rateLimits.storage": "postgresql"})["Deployment"])
    assert shared["FAULTMAVEN_RATE_LIMITS_STORAGE"] == "postgresql"


def promises_of_who_signs_in(everything):
    alone = render(STANDALONE)["Deployment"]
    assert environment(alone)["FAULTMAVEN_IDENTITY_MODE"] == "standalone"
    assert secrets(alone)["FAULTMAVEN_SECRET"] == ("installation", "FAULTMAVEN_SECRET")
    said, referred = environment(everything["Deployment"]), secrets(everything["Deployment"])
    assert said["FAULTMAVEN_ACCOUNTS_REGISTRATION"] == "closed"
    assert said["FAULTMAVEN_ACCOUNTS_BOOTSTRAP_USERNAME"] == "root"
    assert said["FAULTMAVEN_ACCOUNTS_BOOTSTRAP_EMAIL"] == "root@example.com"
    assert referred["FAULTMAVEN_ACCOUNTS_BOOTSTRAP_PASSWORD"] == ("administrator", "password")
    assert said["CORS_ORIGINS"] == "https://app.example.com,https://admin.example.com:8443"
    assert referred["FAULTMAVEN_LOGS_USER_KEY"] == ("logs", "FAULTMAVEN_LOGS_USER_KEY")
    # a migration knows no secret but that of the database
    assert secrets(everything["Job"]).keys() == {"DATABASE_URL"}
    refuses(STANDALONE | {"identity.trustGateway": "true"}, "not both")
    refuses(STANDALONE | {"identity.issuer": "https://id.example.com"}, "not both")
    refuses(STANDALONE | {"identity.registration": "no"}, "registration")
    refuses(STANDALONE | {"identity.administrator.username": "root"}, "identity.administrator.secret.name")
    for wrong in ("app.example.com", "https://app.example.com/", "", r"none\,https://app.example.com"):
        refuses(STANDALONE | {"corsOrigins": wrong}, "corsOrigins")


def promises_of_mail(everything):
    said, referred = environment(everything["Deployment"]), secrets(everything["Deployment"])
    assert (said["SPRING_MAIL_HOST"], said["SPRING_MAIL_PORT"]) == ("smtp.example.com", "587")
    assert (said["FAULTMAVEN_MAIL_FROM"], said["FAULTMAVEN_MAIL_TLS"]) == ("FaultMaven <status@example.com>", "required")
    assert referred["SPRING_MAIL_USERNAME"] == ("smtp", "username")
    assert referred["SPRING_MAIL_PASSWORD"] == ("smtp", "password")
    assert "SPRING_MAIL_SSL_ENABLED" not in said
    assert said["FAULTMAVEN_STATUS_PAGE_ADDRESS"] == "https://status.example.com"
    assert said["FAULTMAVEN_PUBLIC_URL"] == "https://cases.example.com"
    assert (said["FAULTMAVEN_MAIL_PROVIDER"], said["FAULTMAVEN_MAIL_SENDGRID_PUBLIC_KEY"]) == ("sendgrid", "MFkwEwYHKoZIzj0CAQ==")
    server = {"mail.host": "smtp.example.com", "mail.from": "status@example.com"}
    encrypted = render(STANDALONE | server | {"mail.port": "465"})
    assert environment(encrypted["Deployment"])["SPRING_MAIL_SSL_ENABLED"] == "true"
    for manifests, port in ((everything, 587), (encrypted, 465)):
        assert port in {each["port"] for each in manifests["NetworkPolicy"]["spec"]["egress"][0]["ports"]}
    refuses(STANDALONE | {"mail.host": "smtp.example.com"}, "mail.from")
    refuses(STANDALONE | server | {"mail.tls": "none"}, "tls")
    refuses(STANDALONE | server | {"mail.provider": "pigeon"}, "provider")
    refuses(STANDALONE | {"publicUrl": "cases.example.com"}, "publicUrl")
    refuses(STANDALONE | {"status.address": "https://status.example.com/page"}, "address")


def main():
    promises_of_what_must_be_said()
    manifests = render(GATEWAY)
    for kind in ("Deployment", "Job"):
        promises_of_a_pod(manifests[kind])
    promises_of_the_service(manifests)
    assert manifests["Job"]["metadata"]["annotations"]["helm.sh/hook"] == "pre-install,pre-upgrade"
    assert environment(manifests["Deployment"])["FAULTMAVEN_DATABASE_MIGRATE"] == "false"
    assert environment(manifests["Deployment"])["FAULTMAVEN_IDENTITY_TRUST_GATEWAY"] == "true"
    assert environment(manifests["Deployment"])["FAULTMAVEN_START_WARMUP"] == "12s"
    for wrong in ("61s", "1m", "", "true"):
        refuses(GATEWAY | {"warmUp": wrong}, "warmUp")
    assert "ServiceMonitor" not in manifests and "PrometheusRule" not in manifests

    tokens = environment(render(TOKENS)["Deployment"])
    assert tokens["FAULTMAVEN_IDENTITY_ORGANIZATION_FROM"] == "claim"
    assert tokens["FAULTMAVEN_IDENTITY_JWKS_URI"] == "https://id.example.com/.well-known/jwks.json"
    assert "FAULTMAVEN_IDENTITY_TRUST_GATEWAY" not in tokens
    elsewhere = render(TOKENS | {"identity.jwksUri": "https://id.example.com/keys"})["Deployment"]
    assert environment(elsewhere)["FAULTMAVEN_IDENTITY_JWKS_URI"] == "https://id.example.com/keys"

    everything = render(EVERYTHING)
    promises_of_limits_and_traces(everything)
    promises_of_who_signs_in(everything)
    promises_of_mail(everything)
    promises_of_who_gets_where(manifests, everything)
    rules = yaml.safe_load((CHART / "files" / "rules.yaml").read_text())
    assert everything["PrometheusRule"]["spec"] == rules
    assert everything["ServiceMonitor"]["spec"]["jobLabel"] == "app.kubernetes.io/name"
    assert '"uid": "faultmaven-cases"' in everything["ConfigMap"]["data"]["cases.json"]
    assert pod(everything["Deployment"])["containers"][0]["image"].endswith("@sha256:" + 64 * "0")

    little = render(LITTLE)
    assert little["Deployment"]["spec"]["replicas"] == 2
    assert "FAULTMAVEN_DATABASE_MIGRATE" not in environment(little["Deployment"])
    assert little.keys() == {"Deployment", "Service"}

    refuses(GATEWAY | TOKENS, "not both")
    refuses(TOKENS | {"rateLimits.user.reads": "600 a minute"}, "reads")
    refuses(TOKENS | {"rateLimits.storage": "disk"}, "storage")
    refuses(TOKENS | {"tracing.endpoint": "collector:4317"}, "endpoint")
    refuses(TOKENS | {"tracing.ratio": "2"}, "ratio")
    refuses(GATEWAY | {"image.tga": "1"}, "tga")
    refuses(GATEWAY | {"autoscaling.maxReplicas": "many"}, "maxReplicas")


if __name__ == "__main__":
    sys.exit(main())
