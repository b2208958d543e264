"""Of what compose makes of its files (stdin): the service gets out, to mail servers and webhooks, and nobody gets in but by the gateway."""
import sys

import yaml

compose = yaml.safe_load(sys.stdin)
services = compose["services"]
service = services["service"]
open_networks = {name for name in service["networks"] if not (compose["networks"][name] or {}).get("internal")}
others = services.keys() - {"service", "gateway"}

wrong = [f"{other} reaches the service by the network {network}"
         for other in sorted(others) for network in sorted(open_networks & services[other].get("networks", {}).keys())]
if not open_networks:
    wrong.append("the service is on internal networks only: it reaches no mail server")
wrong += [f"the service has {way}: it is reached past the gateway" for way in ("ports", "network_mode") if way in service]
sys.exit("\n".join(wrong) or None)
