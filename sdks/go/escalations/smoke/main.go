// What an application does with the SDK, against the service at BASE_URL.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"reflect"
	"strings"
	"time"

	escalations "github.com/faultmaven/escalations-sdk-go"
)

var (
	ctx  = context.Background()
	name = fmt.Sprint("go-", time.Now().UnixNano())
	me   = connect()
)

func connect() *escalations.APIClient {
	configuration := escalations.NewConfiguration()
	configuration.Servers = escalations.ServerConfigurations{{URL: os.Getenv("BASE_URL")}}
	configuration.AddDefaultHeader("X-User-ID", name)
	return escalations.NewAPIClient(configuration)
}

func main() {
	caseID := opened()
	targetID := saysWhoCanDoSomething(caseID)
	escalationID := writesToThem(caseID, targetID)
	seesWhatBecameOfIt(caseID, escalationID)
	hearsThatItIsOver(caseID)
	fmt.Println("go: all is well")
}

// The client of another contract would open it.
func opened() string {
	body := strings.NewReader(`{"title": "The market hall"}`)
	request, err := http.NewRequest(http.MethodPost, os.Getenv("BASE_URL")+"/api/v2/cases", body)
	if err != nil {
		log.Panic(err)
	}
	request.Header.Set("X-User-ID", name)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Panic(err)
	}
	defer response.Body.Close()
	var answer struct {
		CaseID string `json:"case_id"`
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		log.Panic(err)
	}
	return answer.CaseID
}

func saysWhoCanDoSomething(caseID string) string {
	request := escalations.NewAddTargetRequest()
	request.SetEmail(name + "@works.dev")
	request.SetOrganization("City Works")
	added := must(me.TargetsAPI.AddTarget(ctx, caseID).AddTargetRequest(*request).Execute())
	again := must(me.TargetsAPI.AddTarget(ctx, caseID).AddTargetRequest(*request).Execute())
	expect(again.TargetId, added.TargetId)
	return added.TargetId
}

func writesToThem(caseID, targetID string) string {
	empty := *escalations.NewDraftEscalationRequest()
	draft := must(me.EscalationsAPI.DraftEscalation(ctx, caseID).DraftEscalationRequest(empty).Execute())
	expect(draft.Subject, "Escalation: The market hall")
	letter := escalations.NewSendEscalationRequest()
	letter.SetTargetIds([]string{targetID})
	letter.SetCcEmails([]string{"mayor-" + name + "@works.dev"})
	letter.SetBody("Tiles fall.")
	letter.SetAttachMemo(true)
	request := me.EscalationsAPI.SendEscalation(ctx, caseID).SendEscalationRequest(*letter)
	sent := must(request.IdempotencyKey(name).Execute())
	expect(must(request.IdempotencyKey(name).Execute()).EscalationId, sent.EscalationId)
	expect(problem(request.Execute()).Code, "RECENTLY_ESCALATED")
	return sent.EscalationId
}

func seesWhatBecameOfIt(caseID, escalationID string) {
	letter := must(me.EscalationsAPI.GetEscalation(ctx, caseID, escalationID).Execute())
	for n := 0; n < 200 && letter.CompletedAt.Get() == nil; n++ {
		time.Sleep(100 * time.Millisecond)
		letter = must(me.EscalationsAPI.GetEscalation(ctx, caseID, escalationID).Execute())
	}
	expect(letter.Status, escalations.ESCALATIONSTATUS_SENT)
	var known []string
	for _, delivery := range letter.Deliveries {
		known = append(known, fmt.Sprint(delivery.Kind, ": ", delivery.Status))
	}
	expect(known, []string{"to: sent", "cc: sent"})
	deliveryID := letter.Deliveries[0].DeliveryId
	message := must(me.DeliveriesAPI.GetDeliveryMessage(ctx, caseID, deliveryID).Execute()).Message
	expect(strings.Contains(message, "Tiles fall.") && strings.Contains(message, "memo-"+caseID+".pdf"), true)
	refused := problem(me.DeliveriesAPI.RetryDelivery(ctx, caseID, deliveryID).Execute())
	expect(refused.Code, "DELIVERY_NOT_RETRYABLE")
}

func hearsThatItIsOver(caseID string) {
	request := escalations.NewRecordSignalRequest("The roof is mended.")
	request.SetKind("fixed")
	request.SetMetadata(map[string]interface{}{"by": "phone"})
	heard := must(me.SignalsAPI.RecordSignal(ctx, caseID).RecordSignalRequest(*request).Execute())
	expect(heard.Kind, escalations.SIGNALKIND_FIXED)
	expect(*heard.SuggestedStatus.Get(), "resolved")
	expect(heard.Metadata, map[string]interface{}{"by": "phone"})
}

func must[T any](answer T, _ *http.Response, err error) T {
	if err != nil {
		log.Panic(err)
	}
	return answer
}

func problem[T any](_ T, _ *http.Response, err error) *escalations.Problem {
	refusal := escalations.AsProblem(err)
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
