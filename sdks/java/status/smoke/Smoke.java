import com.faultmaven.sdk.status.ApiClient;
import com.faultmaven.sdk.status.ApiException;
import com.faultmaven.sdk.status.api.IncidentsApi;
import com.faultmaven.sdk.status.api.IncidentsApi.APIAddIncidentUpdateRequest;
import com.faultmaven.sdk.status.api.IncidentsApi.APIListIncidentsRequest;
import com.faultmaven.sdk.status.api.IncidentsApi.APIOpenIncidentRequest;
import com.faultmaven.sdk.status.api.IncidentsApi.APIResolveIncidentRequest;
import com.faultmaven.sdk.status.api.MaintenancesApi;
import com.faultmaven.sdk.status.api.MaintenancesApi.APIScheduleMaintenanceRequest;
import com.faultmaven.sdk.status.api.ServicesApi;
import com.faultmaven.sdk.status.api.ServicesApi.APICreateServiceRequest;
import com.faultmaven.sdk.status.api.ServicesApi.APIGetServiceRequest;
import com.faultmaven.sdk.status.api.ServicesApi.APIGetServiceUptimeRequest;
import com.faultmaven.sdk.status.model.AddIncidentUpdateRequest;
import com.faultmaven.sdk.status.model.CreateServiceRequest;
import com.faultmaven.sdk.status.model.ImpactKind;
import com.faultmaven.sdk.status.model.IncidentList;
import com.faultmaven.sdk.status.model.IncidentResponse;
import com.faultmaven.sdk.status.model.IncidentStatus;
import com.faultmaven.sdk.status.model.MaintenanceResponse;
import com.faultmaven.sdk.status.model.MaintenanceStatus;
import com.faultmaven.sdk.status.model.OpenIncidentRequest;
import com.faultmaven.sdk.status.model.Problem;
import com.faultmaven.sdk.status.model.ScheduleMaintenanceRequest;
import com.faultmaven.sdk.status.model.ServiceCondition;
import com.faultmaven.sdk.status.model.ServiceResponse;
import com.faultmaven.sdk.status.model.SeverityLevel;
import java.net.http.HttpRequest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What an application does with the SDK, against the service at BASE_URL. */
class Smoke {

  private static final String NAME = "java-" + UUID.randomUUID();

  private final ServicesApi services;
  private final IncidentsApi incidents;
  private final MaintenancesApi maintenances;

  Smoke(ApiClient client) {
    services = new ServicesApi(client);
    incidents = new IncidentsApi(client);
    maintenances = new MaintenancesApi(client);
  }

  public static void main(String[] arguments) {
    new Smoke(client(request -> request.header("X-User-ID", NAME).header("X-User-Roles", "[\"operator\"]"))).run();
  }

  private static ApiClient client(Consumer<HttpRequest.Builder> headers) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("BASE_URL"));
    client.setRequestInterceptor(headers);
    return client;
  }

  private void run() {
    UUID serviceId = addsAService();
    saysWhatIsWrong(serviceId);
    announcesWork(serviceId);
    showsItToEverybody(serviceId);
    System.out.println("java: all is well");
  }

  private UUID addsAService() {
    UUID added = add(services, NAME).getId();
    Problem taken = problem(409, () -> add(services, NAME));
    expect(
        taken.getCode().equals("SERVICE_NAME_TAKEN") && taken.getError().getCode().equals("CONFLICT"),
        "a name that is taken",
        taken);
    return added;
  }

  private static ServiceResponse add(ServicesApi services, String name) {
    CreateServiceRequest request = new CreateServiceRequest().name(name).group("Shop");
    return services.createService(APICreateServiceRequest.newBuilder().createServiceRequest(request).build());
  }

  private void saysWhatIsWrong(UUID serviceId) {
    OpenIncidentRequest trouble =
        new OpenIncidentRequest()
            .title("Payments time out")
            .severity(SeverityLevel.HIGH)
            .serviceIds(List.of(serviceId));
    IncidentResponse opened =
        incidents.openIncident(APIOpenIncidentRequest.newBuilder().openIncidentRequest(trouble).build());
    expect(
        opened.getImpacts().equals(Map.of(serviceId.toString(), ImpactKind.PARTIAL_OUTAGE)), "impacts", opened);
    ServiceResponse touched = services.getService(APIGetServiceRequest.newBuilder().serviceId(serviceId).build());
    expect(touched.getCondition() == ServiceCondition.PARTIAL_OUTAGE, "condition", touched);

    incidents.addIncidentUpdate(
        APIAddIncidentUpdateRequest.newBuilder()
            .incidentId(opened.getId())
            .addIncidentUpdateRequest(
                new AddIncidentUpdateRequest()
                    .message("A certificate has expired.")
                    .status(IncidentStatus.IDENTIFIED)
                    .advance(true))
            .build());
    List<String> said =
        resolve(opened.getId()).getUpdates().stream().map(it -> it.getStatus() + ": " + it.getMessage()).toList();
    expect(
        said.equals(List.of("identified: A certificate has expired.", "resolved: Incident resolved.")),
        "timeline",
        said);
    Problem again = problem(409, () -> resolve(opened.getId()));
    expect(again.getCode().equals("INCIDENT_RESOLVED"), "resolved twice", again);
    IncidentList over =
        incidents.listIncidents(APIListIncidentsRequest.newBuilder().serviceId(serviceId).active(false).build());
    expect(over.getMeta().getTotal() == 1, "incidents", over);
  }

  private IncidentResponse resolve(UUID incidentId) {
    return incidents.resolveIncident(APIResolveIncidentRequest.newBuilder().incidentId(incidentId).build());
  }

  private void announcesWork(UUID serviceId) {
    OffsetDateTime start =
        OffsetDateTime.now(ZoneOffset.ofHours(2)).truncatedTo(ChronoUnit.MINUTES).plusHours(1);
    ScheduleMaintenanceRequest work =
        new ScheduleMaintenanceRequest()
            .title("New disks")
            .serviceIds(List.of(serviceId))
            .scheduledFor(start)
            .scheduledUntil(start.plusHours(1));
    MaintenanceResponse announced =
        maintenances.scheduleMaintenance(
            APIScheduleMaintenanceRequest.newBuilder().scheduleMaintenanceRequest(work).build());
    expect(announced.getStatus() == MaintenanceStatus.SCHEDULED, "status", announced);
    expect(announced.getScheduledFor().isEqual(start), "start", announced);
  }

  private static void showsItToEverybody(UUID serviceId) {
    ServicesApi anybody = new ServicesApi(client(null));
    ServiceResponse seen = anybody.getService(APIGetServiceRequest.newBuilder().serviceId(serviceId).build());
    expect(seen.getName().equals(NAME), "name", seen);
    int days =
        anybody
            .getServiceUptime(APIGetServiceUptimeRequest.newBuilder().serviceId(serviceId).days(3).build())
            .getDays()
            .size();
    expect(days == 3, "days", days);
    ServicesApi somebody = new ServicesApi(client(request -> request.header("X-User-ID", NAME)));
    Problem refused = problem(403, () -> add(somebody, NAME + " 2"));
    expect(refused.getCode().equals("PERMISSION_DENIED"), "without a role", refused);
  }

  private static Problem problem(int status, Runnable request) {
    try {
      request.run();
    } catch (ApiException refused) {
      expect(refused.getCode() == status, "status " + status, refused);
      return refused.getProblem().orElseThrow(() -> refused);
    }
    throw new AssertionError("not refused with " + status);
  }

  private static void expect(boolean asExpected, String what, Object seen) {
    if (!asExpected) {
      throw new AssertionError(what + ": " + seen);
    }
  }
}
