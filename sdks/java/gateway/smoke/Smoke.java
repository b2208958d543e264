import com.faultmaven.sdk.gateway.ApiClient;
import com.faultmaven.sdk.gateway.api.CapabilitiesApi;
import com.faultmaven.sdk.gateway.api.CapabilitiesApi.APIGetCapabilitiesAsExtensionRequest;
import com.faultmaven.sdk.gateway.api.CapabilitiesApi.APIGetCapabilitiesRequest;
import com.faultmaven.sdk.gateway.model.Capabilities;

/** What an application does with the SDK, against the service at BASE_URL. */
class Smoke {

  public static void main(String[] arguments) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("BASE_URL"));
    CapabilitiesApi capabilities = new CapabilitiesApi(client);

    // asks what there is before anybody has signed in, at either address
    Capabilities here = capabilities.getCapabilities(APIGetCapabilitiesRequest.newBuilder().build());
    expect(here.getDeploymentMode().equals("self-hosted"), "mode", here);
    expect(here.getFeatures().getCaseHistory(), "features", here);
    expect(here.getLimits().getMaxFileBytes() > 0, "limits", here);
    Capabilities same =
        capabilities.getCapabilitiesAsExtension(APIGetCapabilitiesAsExtensionRequest.newBuilder().build());
    expect(same.equals(here), "the other address", same);
    System.out.println("java: all is well");
  }

  private static void expect(boolean asExpected, String what, Object seen) {
    if (!asExpected) {
      throw new AssertionError(what + ": " + seen);
    }
  }
}
