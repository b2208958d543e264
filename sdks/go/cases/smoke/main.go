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

	faultmaven "github.com/faultmaven/cases-sdk-go/v2"
)

var (
	ctx    = context.Background()
	unique = fmt.Sprint("go-", time.Now().UnixNano())
	client = connect(os.Getenv("BASE_URL"), unique)
)

func connect(baseURL, user string) *faultmaven.APIClient {
	configuration := faultmaven.NewConfiguration()
	configuration.Servers = faultmaven.ServerConfigurations{{URL: baseURL}}
	configuration.AddDefaultHeader("X-User-ID", user)
	return faultmaven.NewAPIClient(configuration)
}

func main() {
	caseID := opensACase()
	converses(caseID)
	tagsAndFinds(caseID)
	filtersByEverything(caseID)
	isToldOfConflicts(caseID)
	isToldWhatIsInvalid()
	readsEveryPage()
	readsValuesAddedLater(caseID)
	fmt.Println("go: all is well")
}

func opensACase() string {
	trouble := faultmaven.NewCreateCaseRequest()
	trouble.SetTitle("Checkout is slow")
	trouble.SetSeverity(faultmaven.SEVERITY_HIGH)
	trouble.SetMetadata(map[string]interface{}{"region": "eu"})
	request := client.CasesAPI.CreateCase(ctx).CreateCaseRequest(*trouble).IdempotencyKey(unique)
	opened := must(request.Execute())
	expect(opened.Status, faultmaven.CASESTATUS_CONSULTING)
	expect(opened.Metadata, map[string]interface{}{"region": "eu"})
	expect(must(request.Execute()).CaseId, opened.CaseId)
	return opened.CaseId
}

func converses(caseID string) {
	say(caseID, "Since noon, only in Frankfurt.", faultmaven.MESSAGEROLE_USER)
	say(caseID, "The certificate expired.", faultmaven.MESSAGEROLE_ASSISTANT)
	var said []string
	for _, message := range must(client.MessagesAPI.ListMessages(ctx, caseID).Execute()).Messages {
		said = append(said, fmt.Sprint(message.TurnNumber, " ", message.Role, " ", message.Content))
	}
	expect(said, []string{"1 user Since noon, only in Frankfurt.", "2 assistant The certificate expired."})
}

func say(caseID, content string, role faultmaven.MessageRole) {
	message := faultmaven.NewAddMessageRequest(content)
	message.SetRole(role)
	must(client.MessagesAPI.AddMessage(ctx, caseID).AddMessageRequest(*message).Execute())
}

func tagsAndFinds(caseID string) {
	tags := []string{"prod", "Café & Söhne"}
	must(client.TagsAPI.AddCaseTags(ctx, caseID).AddTagsRequest(*faultmaven.NewAddTagsRequest(tags)).Execute())
	found := must(client.CasesAPI.ListCases(ctx).Q("checkout").Tag([]string{"café & söhne"}).Execute())
	expect(found.GetTotal(), int64(1))
	expect(found.Cases[0].CaseId, caseID)
	expect(found.Cases[0].Tags, tags)
}

func filtersByEverything(caseID string) {
	now := time.Now().In(time.FixedZone("", 2*60*60)).Truncate(time.Minute)
	earlier, later := now.Add(-time.Hour), now.Add(time.Hour)
	since := func(created time.Time) *faultmaven.CaseList {
		return must(client.CasesAPI.ListCases(ctx).
			Status([]faultmaven.CaseStatus{faultmaven.CASESTATUS_CONSULTING, faultmaven.CASESTATUS_CLOSED}).
			Severity([]faultmaven.Severity{faultmaven.SEVERITY_HIGH}).
			Category([]faultmaven.Category{faultmaven.CATEGORY_OTHER, faultmaven.CATEGORY_ERROR}).
			Tag([]string{"prod", "café & söhne"}).
			Q("slow checkout").
			CreatedAfter(created).
			CreatedBefore(later.UTC()).
			UpdatedAfter(earlier.UTC()).
			UpdatedBefore(later).
			Scope(faultmaven.CASESCOPE_OWNED).
			IncludeArchived(true).
			Sort(faultmaven.CASESORT_RELEVANCE).
			Limit(5).
			Offset(0).
			Execute())
	}
	found := since(earlier)
	expect([]int32{found.Limit, found.GetOffset()}, []int32{5, 0})
	expect(len(found.Cases), 1)
	expect(found.Cases[0].CaseId, caseID)
	expect(since(later).GetTotal(), int64(0))

	_, err := client.TagsAPI.RemoveCaseTag(ctx, caseID, "Café & Söhne").Execute()
	must(0, nil, err)
	expect(must(client.TagsAPI.GetCaseTags(ctx, caseID).Execute()).Tags, []string{"prod"})
}

func isToldOfConflicts(caseID string) {
	_, response, err := client.CasesAPI.GetCase(ctx, caseID).Execute()
	must(0, response, err)
	etag := response.Header.Get("ETag")

	login := faultmaven.NewUpdateCaseRequest()
	login.SetTitle("Login fails")
	login.SetSessionIdNil()
	changed := must(client.CasesAPI.UpdateCase(ctx, caseID).IfMatch(etag).UpdateCaseRequest(*login).Execute())
	expect(changed.Title, "Login fails")
	expect(changed.SessionId.Get(), (*string)(nil))

	late := faultmaven.NewUpdateCaseRequest()
	late.SetTitle("Too late")
	stale := problem(client.CasesAPI.UpdateCase(ctx, caseID).IfMatch(etag).UpdateCaseRequest(*late).Execute())
	expect(stale.Status, int32(412))
	expect(stale.Code, "VERSION_CONFLICT")

	resolved := faultmaven.NewChangeCaseStatusRequest(faultmaven.CASESTATUS_RESOLVED)
	illegal := problem(client.CasesAPI.ChangeCaseStatus(ctx, caseID).ChangeCaseStatusRequest(*resolved).Execute())
	expect(illegal.Status, int32(409))
	expect(illegal.Code, "ILLEGAL_STATUS_CHANGE")
	expect(illegal.Allowed[0], "investigating")
}

func isToldWhatIsInvalid() {
	invalid := faultmaven.NewCreateCaseRequest()
	invalid.SetTitle(strings.Repeat("x", 201))
	invalid.SetTags([]string{"fine", " "})
	refused := problem(client.CasesAPI.CreateCase(ctx).CreateCaseRequest(*invalid).Execute())
	expect(refused.Code, "VALIDATION_FAILED")
	violations := map[string]faultmaven.FieldErrorCode{}
	for _, violation := range refused.Errors {
		violations[violation.GetPointer()] = violation.Code
	}
	expect(violations, map[string]faultmaven.FieldErrorCode{
		"/title":  faultmaven.FIELDERRORCODE_TOO_LONG,
		"/tags/1": faultmaven.FIELDERRORCODE_BLANK,
	})
}

func readsEveryPage() {
	for number := 1; number <= 25; number++ {
		one := faultmaven.NewCreateCaseRequest()
		one.SetTitle(fmt.Sprint("Page ", number))
		one.SetSessionId("pages")
		must(client.CasesAPI.CreateCase(ctx).CreateCaseRequest(*one).Execute())
	}
	seen, pages := map[string]bool{}, 0
	request := client.CasesAPI.ListCases(ctx).SessionId("pages").Limit(10)
	for {
		page := must(request.Execute())
		pages++
		for _, one := range page.Cases {
			seen[one.CaseId] = true
		}
		if page.NextCursor == nil {
			break
		}
		request = request.Cursor(*page.NextCursor)
	}
	expect([]int{len(seen), pages}, []int{25, 3})
}

func readsValuesAddedLater(caseID string) {
	today, err := json.Marshal(must(client.CasesAPI.GetCase(ctx, caseID).Execute()))
	must(0, nil, err)
	later := strings.Replace(string(today), `"status":"consulting"`, `"status":"waiting","added_later":1`, 1)
	var read faultmaven.CaseResponse
	must(0, nil, json.Unmarshal([]byte(later), &read))
	expect(read.Status, faultmaven.CaseStatus("waiting"))
	expect(read.Status.IsValid(), false)
}

func must[T any](answer T, _ *http.Response, err error) T {
	if err != nil {
		log.Panic(err)
	}
	return answer
}

func problem[T any](_ T, _ *http.Response, err error) *faultmaven.Problem {
	refusal := faultmaven.AsProblem(err)
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
