"""Renders the chart with helm ($HELM) and holds it to the schemas of Kubernetes and to what it promises."""
import os
import subprocess
import sys
from pathlib import Path

import kubernetes_validate
import yaml

CHART = Path(__file__).parent / "helm" / "faultmaven"
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
    "identity.jwksUri": "https://id.example.com/keys",
    "identity.issuer": "https://id.example.com",
    "identity.audience": "cases",
}
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
    # those of the Prometheus operator have no schema here
    if document["apiVersion"].startswith("monitoring.coreos.com/"):
        return
    for version in VERSIONS:
        kubernetes_validate.validate(document, version, strict=True)


def refuses(values, *words):
    refused = template(values)
    assert refused.returncode != 0, f"{values} is taken"
    for word in words:
        assert word in refused.stderr, f"{word} is not in: {refused.stderr}"


def pod(document):
    return document["spec"]["template"]["spec"]


def environment(document):
    return {entry["name"]: entry.get("value") for entry in pod(document)["containers"][0]["env"]}


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
    secrets = {entry["name"]: entry.get("valueFrom", {}).get("secretKeyRef", {}).get("name")
               for entry in pod(everything["Deployment"])["containers"][0]["env"]}
    assert secrets["FAULTMAVEN_IDENTITY_GATEWAY_SECRETS"] == "gateway"
    assert secrets["REDIS_URL"] == "cache"
    assert environment(everything["Deployment"])["FAULTMAVEN_IDENTITY_GATEWAY_NETWORKS"] == "10.0.0.0/8,fd00::/8"
    assert "FAULTMAVEN_IDENTITY_GATEWAY_SECRETS" not in environment(manifests["Deployment"])


def main():
    manifests = render(GATEWAY)
    for kind in ("Deployment", "Job"):
        promises_of_a_pod(manifests[kind])
    promises_of_the_service(manifests)
    assert manifests["Job"]["metadata"]["annotations"]["helm.sh/hook"] == "pre-install,pre-upgrade"
    assert environment(manifests["Deployment"])["FAULTMAVEN_DATABASE_MIGRATE"] == "false"
    assert environment(manifests["Deployment"])["FAULTMAVEN_IDENTITY_TRUST_GATEWAY"] == "true"
    assert "ServiceMonitor" not in manifests and "PrometheusRule" not in manifests

    tokens = environment(render(TOKENS)["Deployment"])
    assert tokens["FAULTMAVEN_IDENTITY_ORGANIZATION_FROM"] == "claim"
    assert "FAULTMAVEN_IDENTITY_TRUST_GATEWAY" not in tokens

    everything = render(EVERYTHING)
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

    for values in (GATEWAY, TOKENS):
        for name in values:
            refuses({key: value for key, value in values.items() if key != name}, name.split(".")[-1])
    refuses(GATEWAY | TOKENS, "not both")
    refuses(GATEWAY | {"image.tga": "1"}, "tga")
    refuses(GATEWAY | {"autoscaling.maxReplicas": "many"}, "maxReplicas")


if __name__ == "__main__":
    sys.exit(main())
