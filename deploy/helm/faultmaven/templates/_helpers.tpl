{{- define "faultmaven.name" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{ .Release.Name | trunc 52 | trimSuffix "-" }}
{{- else -}}
{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 52 | trimSuffix "-" }}
{{- end -}}
{{- end }}

{{- define "faultmaven.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "faultmaven.labels" -}}
{{ include "faultmaven.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "faultmaven.image" -}}
{{- $repository := required "image.repository: where the image is" .Values.image.repository -}}
{{- if .Values.image.digest -}}
{{ $repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ $repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end }}

{{- define "faultmaven.database" -}}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ required "database.secret.name: the Secret with DATABASE_URL" .Values.database.secret.name }}
      key: {{ .Values.database.secret.key }}
{{- end }}

{{- define "faultmaven.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "faultmaven.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "faultmaven.identity" -}}
{{- with .Values.identity -}}
{{- $tokens := or .jwksUri .issuer .audience -}}
{{- if or (and .trustGateway $tokens) (and .standalone (or .trustGateway $tokens)) -}}
{{- fail "identity: one of trustGateway, standalone, and issuer with audience, not both" -}}
{{- else if .standalone -}}
- name: FAULTMAVEN_IDENTITY_MODE
  value: standalone
{{- with .organizationFrom }}
- name: FAULTMAVEN_IDENTITY_ORGANIZATION_FROM
  value: {{ . }}
{{- end }}
{{- $_ := required "identity.secret.name: the Secret under which the keys of tokens are encrypted" .secret.name }}
{{- else if $tokens -}}
- name: FAULTMAVEN_IDENTITY_JWKS_URI
  value: {{ .jwksUri | default (printf "%s/.well-known/jwks.json" (trimSuffix "/" .issuer)) | quote }}
- name: FAULTMAVEN_IDENTITY_ISSUER
  value: {{ required "identity.issuer: the only issuer whose tokens are accepted" .issuer | quote }}
- name: FAULTMAVEN_IDENTITY_AUDIENCE
  value: {{ required "identity.audience: the only audience whose tokens are accepted" .audience | quote }}
- name: FAULTMAVEN_IDENTITY_ORGANIZATION_FROM
  value: {{ .organizationFrom | default "claim" }}
{{- else if .trustGateway -}}
- name: FAULTMAVEN_IDENTITY_TRUST_GATEWAY
  value: "true"
{{- with .gateway }}
{{- if .secret.name }}
- name: FAULTMAVEN_IDENTITY_GATEWAY_HEADER
  value: {{ .header | quote }}
- name: FAULTMAVEN_IDENTITY_GATEWAY_SECRETS
  valueFrom:
    secretKeyRef:
      name: {{ .secret.name }}
      key: {{ .secret.key }}
{{- end }}
{{- with .networks }}
- name: FAULTMAVEN_IDENTITY_GATEWAY_NETWORKS
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
- name: FAULTMAVEN_IDENTITY_ORGANIZATION_FROM
  value: {{ required "identity.organizationFrom: header if the gateway sets X-Organization-ID, else none" .organizationFrom }}
{{- else -}}
{{- fail "identity: set trustGateway: true behind a gateway that sets X-User-ID, or issuer and audience, or standalone: true" -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "faultmaven.accounts" -}}
{{- with .Values.identity -}}
{{- if .secret.name }}
- name: FAULTMAVEN_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ .secret.name }}
      key: {{ .secret.key }}
{{- end }}
{{- with .registration }}
- name: FAULTMAVEN_ACCOUNTS_REGISTRATION
  value: {{ . }}
{{- end }}
{{- with .administrator }}
{{- if .username }}
- name: FAULTMAVEN_ACCOUNTS_BOOTSTRAP_USERNAME
  value: {{ .username | quote }}
- name: FAULTMAVEN_ACCOUNTS_BOOTSTRAP_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ required "identity.administrator.secret.name: the Secret with the password" .secret.name }}
      key: {{ .secret.key }}
{{- with .email }}
- name: FAULTMAVEN_ACCOUNTS_BOOTSTRAP_EMAIL
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "faultmaven.mail" -}}
{{- with .Values.mail -}}
{{- if .host }}
- name: SPRING_MAIL_HOST
  value: {{ .host | quote }}
- name: SPRING_MAIL_PORT
  value: {{ .port | quote }}
{{- if eq (int .port) 465 }}
- name: SPRING_MAIL_SSL_ENABLED
  value: "true"
{{- end }}
- name: FAULTMAVEN_MAIL_FROM
  value: {{ required "mail.from: the address that mails are from" .from | quote }}
- name: FAULTMAVEN_MAIL_TLS
  value: {{ .tls }}
{{- with .provider }}
- name: FAULTMAVEN_MAIL_PROVIDER
  value: {{ . }}
{{- end }}
{{- with .sendgrid.publicKey }}
- name: FAULTMAVEN_MAIL_SENDGRID_PUBLIC_KEY
  value: {{ . | quote }}
{{- end }}
{{- with .secret }}
{{- if .name }}
- name: SPRING_MAIL_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ .name }}
      key: {{ .usernameKey }}
- name: SPRING_MAIL_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .name }}
      key: {{ .passwordKey }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "faultmaven.limits" -}}
{{- range $who := list "user" "client" "network" }}
{{- range $what := list "reads" "writes" }}
{{- with index $.Values.rateLimits $who $what }}
- name: FAULTMAVEN_RATE_LIMITS_{{ upper $who }}_{{ upper $what }}
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.rateLimits.storage }}
- name: FAULTMAVEN_RATE_LIMITS_STORAGE
  value: {{ . }}
{{- end }}
{{- with .Values.trustedProxies }}
- name: FAULTMAVEN_LIMITS_TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}

{{- define "faultmaven.tracing" -}}
{{- with .Values.tracing }}
{{- if .endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ .endpoint | quote }}
{{- with .ratio }}
- name: OTEL_TRACES_SAMPLER
  value: parentbased_traceidratio
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
