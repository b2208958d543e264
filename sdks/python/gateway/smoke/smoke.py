"""What an application does with the SDK, against the service at BASE_URL."""

import os

from faultmaven_gateway import ApiClient, CapabilitiesApi, Configuration


def main():
    with ApiClient(Configuration(host=os.environ["BASE_URL"])) as client:
        capabilities = CapabilitiesApi(client)
        # asks what there is before anybody has signed in, at either address
        here = capabilities.get_capabilities()
        assert here.deployment_mode == "self-hosted" and here.features.case_history, here
        assert here.limits.max_file_bytes > 0, here
        assert capabilities.get_capabilities_as_extension() == here
    print("python: all is well")


main()
