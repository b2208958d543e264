// What an application does with the SDK, against the service at BASE_URL.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"reflect"
	"time"

	status "github.com/faultmaven/status-sdk-go"
)

var (
	ctx      = context.Background()
	name     = fmt.Sprint("go-", time.Now().UnixNano())
	operator = connect(map[string]string{"X-User-ID": name, "X-User-Roles": `["operator"]`})
)

func connect(headers map[string]string) *status.APIClient {
	configuration := status.NewConfiguration()
	configuration.Servers = status.ServerConfigurations{{URL: os.Getenv("BASE_URL")}}
	for header, value := range headers {
		configuration.AddDefaultHeader(header, value)
	}
	return status.NewAPIClient(configuration)
}

func main() {
	serviceID := addsAService()
	saysWhatIsWrong(serviceID)
	announcesWork(serviceID)
	showsItToEverybody(serviceID)
	fmt.Println("go: all is well")
}

func addsAService() string {
	request := status.NewCreateServiceRequest(name)
	request.SetGroup("Shop")
	added := must(operator.ServicesAPI.CreateService(ctx).CreateServiceRequest(*request).Execute())
	taken := problem(operator.ServicesAPI.CreateService(ctx).CreateServiceRequest(*request).Execute())
	expect([]string{taken.Code, taken.Error.Code}, []string{"SERVICE_NAME_TAKEN", "CONFLICT"})
	return added.Id
}

func saysWhatIsWrong(serviceID string) {
	trouble := status.OpenIncidentRequest{
		Title: "Payments time out", Severity: status.SEVERITYLEVEL_HIGH, ServiceIds: []string{serviceID}}
	opened := must(operator.IncidentsAPI.OpenIncident(ctx).OpenIncidentRequest(trouble).Execute())
	expect(opened.Impacts, map[string]status.ImpactKind{serviceID: status.IMPACTKIND_PARTIAL_OUTAGE})
	touched := must(operator.ServicesAPI.GetService(ctx, serviceID).Execute())
	expect(touched.Condition, status.SERVICECONDITION_PARTIAL_OUTAGE)

	update := status.NewAddIncidentUpdateRequest("A certificate has expired.")
	update.SetStatus(status.INCIDENTSTATUS_IDENTIFIED)
	update.SetAdvance(true)
	must(operator.IncidentsAPI.AddIncidentUpdate(ctx, opened.Id).AddIncidentUpdateRequest(*update).Execute())
	resolved := must(operator.IncidentsAPI.ResolveIncident(ctx, opened.Id).Execute())
	var said []string
	for _, update := range resolved.Updates {
		said = append(said, fmt.Sprint(update.Status, ": ", update.Message))
	}
	expect(said, []string{"identified: A certificate has expired.", "resolved: Incident resolved."})
	again := problem(operator.IncidentsAPI.ResolveIncident(ctx, opened.Id).Execute())
	expect(again.Code, "INCIDENT_RESOLVED")
	over := must(operator.IncidentsAPI.ListIncidents(ctx).ServiceId(serviceID).Active(false).Execute())
	expect(over.Meta.Total, int32(1))
}

func announcesWork(serviceID string) {
	start := time.Now().In(time.FixedZone("", 2*60*60)).Truncate(time.Minute).Add(time.Hour)
	work := status.ScheduleMaintenanceRequest{
		Title: "New disks", ServiceIds: []string{serviceID}, ScheduledFor: start, ScheduledUntil: start.Add(time.Hour)}
	request := operator.MaintenancesAPI.ScheduleMaintenance(ctx).ScheduleMaintenanceRequest(work)
	announced := must(request.Execute())
	expect(announced.Status, status.MAINTENANCESTATUS_SCHEDULED)
	expect(announced.ScheduledFor.Equal(start), true)
}

func showsItToEverybody(serviceID string) {
	anybody := connect(nil)
	expect(must(anybody.ServicesAPI.GetService(ctx, serviceID).Execute()).Name, name)
	expect(len(must(anybody.ServicesAPI.GetServiceUptime(ctx, serviceID).Days(3).Execute()).Days), 3)
	request := *status.NewCreateServiceRequest(name + " 2")
	somebody := connect(map[string]string{"X-User-ID": name})
	refused := problem(somebody.ServicesAPI.CreateService(ctx).CreateServiceRequest(request).Execute())
	expect(refused.Code, "PERMISSION_DENIED")
}

func must[T any](answer T, _ *http.Response, err error) T {
	if err != nil {
		log.Panic(err)
	}
	return answer
}

func problem[T any](_ T, _ *http.Response, err error) *status.Problem {
	refusal := status.AsProblem(err)
	if refusal == nil {
		log.Panicf("not refused with a problem: %v", err)
	}
	return refusal
}

func expect(seen, expected any) {
	if !reflect.DeepEqual(seen, expected) {
		log.Panicf("%v instead of %v", seen, expected)
	}
}
