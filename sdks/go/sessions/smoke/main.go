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

	sessions "github.com/faultmaven/sessions-sdk-go"
)

var (
	ctx = context.Background()
	api = connect(os.Getenv("BASE_URL"), fmt.Sprint("go-", time.Now().UnixNano())).SessionsAPI
)

func connect(baseURL, user string) *sessions.APIClient {
	configuration := sessions.NewConfiguration()
	configuration.Servers = sessions.ServerConfigurations{{URL: baseURL}}
	configuration.AddDefaultHeader("X-User-ID", user)
	return sessions.NewAPIClient(configuration)
}

func main() {
	sessionID := opensAndResumes()
	keepsItAlive(sessionID)
	namesIt(sessionID)
	isToldWhatIsInvalid()
	endsIt(sessionID)
	fmt.Println("go: all is well")
}

func opensAndResumes() string {
	work := sessions.NewCreateSessionRequest()
	work.SetClientId("smoke")
	work.SetMetadata(map[string]interface{}{"source": "smoke"})
	opened := must(api.CreateSession(ctx).CreateSessionRequest(*work).Execute())
	expect(opened.SessionResumed, false)
	expect(opened.Metadata, map[string]interface{}{"source": "smoke"})
	expect(opened.ExpiresAt.Sub(opened.LastActivityAt), time.Duration(opened.TimeoutMinutes)*time.Minute)
	resumed := must(api.CreateSession(ctx).CreateSessionRequest(*work).Execute())
	expect(resumed.SessionResumed, true)
	expect(resumed.SessionId, opened.SessionId)
	return opened.SessionId
}

func keepsItAlive(sessionID string) {
	expect(must(api.HeartbeatSession(ctx, sessionID).Execute()).Status, sessions.SESSIONSTATUS_ACTIVE)
	listed := must(api.ListSessions(ctx).ClientId("smoke").Execute())
	expect(listed.GetTotal(), int64(1))
	expect(listed.Sessions[0].SessionId, sessionID)
	expect(len(must(api.ListCasesOfSession(ctx, sessionID).Execute()).Cases), 0)
}

func namesIt(sessionID string) {
	_, response, err := api.GetSession(ctx, sessionID).Execute()
	must(0, response, err)
	etag := response.Header.Get("ETag")
	checkout := sessions.NewUpdateSessionRequest()
	checkout.SetTitle("Checkout")
	named := must(api.UpdateSession(ctx, sessionID).IfMatch(etag).UpdateSessionRequest(*checkout).Execute())
	expect(*named.Title.Get(), "Checkout")
	stale := problem(api.UpdateSession(ctx, sessionID).IfMatch(etag).UpdateSessionRequest(*checkout).Execute())
	expect(stale.Code, "VERSION_CONFLICT")
	nameless := sessions.NewUpdateSessionRequest()
	nameless.SetTitleNil()
	unnamed := must(api.UpdateSession(ctx, sessionID).UpdateSessionRequest(*nameless).Execute())
	expect(unnamed.Title.Get(), (*string)(nil))
}

func isToldWhatIsInvalid() {
	short := sessions.NewCreateSessionRequest()
	short.SetTimeoutMinutes(5)
	refused := problem(api.CreateSession(ctx).CreateSessionRequest(*short).Execute())
	expect(refused.Status, int32(422))
	expect(refused.Errors[0].GetPointer(), "/timeout_minutes")
}

func endsIt(sessionID string) {
	response, err := api.DeleteSession(ctx, sessionID).Execute()
	must(0, response, err)
	expect(problem(api.GetSession(ctx, sessionID).Execute()).Code, "SESSION_NOT_FOUND")
}

func must[T any](answer T, _ *http.Response, err error) T {
	if err != nil {
		log.Panic(err)
	}
	return answer
}

func problem[T any](_ T, _ *http.Response, err error) *sessions.Problem {
	refusal := sessions.AsProblem(err)
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
