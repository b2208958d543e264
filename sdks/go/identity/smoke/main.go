// What an application does with the SDK, against the service at BASE_URL.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	identity "github.com/faultmaven/identity-sdk-go"
)

const password = "the analytical engine weaves"

var (
	ctx     = context.Background()
	name    = fmt.Sprint("go-", time.Now().UnixNano())
	errLost = errors.New("the answer is lost")
)

func main() {
	store := &kept{}
	first := registers(store)
	refreshesOnceForAllGoroutines(store)
	mine := goesOnInTwoPrograms(store)
	repeatsWhatWasLost(mine)
	failsOnceForAllGoroutines(mine)
	forgetsNobodyElse(mine)
	goesOnAsAService(mine)
	signsOut(first, mine)
	fmt.Println("go: all is well")
}

func registers(store *kept) *identity.TokenSource {
	first := identity.NewTokenSource(connect(nil), store)
	isSignedOut(first)
	request := identity.NewRegisterRequest()
	request.SetUsername(name)
	request.SetEmail(name + "@example.com")
	request.SetPassword(password)
	tokens, err := first.Register(ctx, *request)
	check(err)
	expect(tokens.User.Username, name)
	expect(strings.HasPrefix(tokens.SessionId, "session_"), true)
	expect(whoIs(first), name)
	expect(token(first), token(first))
	_, refused := first.SignIn(ctx, credentials("wrong"))
	expect(string(identity.AsProblem(refused).Code), "INVALID_CREDENTIALS")
	return first
}

func refreshesOnceForAllGoroutines(store *kept) {
	before := *store.tokens
	expired := before
	expired.ExpiresAt = time.Now().Add(-time.Second)
	check(store.Save(ctx, &expired))
	counted := &losing{}
	second := identity.NewTokenSource(connect(counted), store)
	tokens := together(10, func(int) string { return token(second) })
	expect(len(counted.asked), 1)
	for _, one := range tokens {
		expect(one, tokens[0])
	}
	expect(tokens[0] == before.AccessToken, false)
}

func goesOnInTwoPrograms(store *kept) *kept {
	programs := []*kept{{tokens: store.tokens}, {tokens: store.tokens}}
	both := together(2, func(i int) string { return token(always(programs[i], nil)) })
	expect(both[0] == both[1], false)
	for _, program := range programs {
		expect(whoIs(always(program, nil)), name)
	}
	return programs[0]
}

func repeatsWhatWasLost(mine *kept) {
	lossy := &losing{answers: 2}
	token(always(mine, lossy))
	expect(lossy.asked, []string{lossy.asked[0], lossy.asked[0], lossy.asked[0]})

	before := *mine.tokens
	expect(token(always(mine, &losing{answers: 9})), before.AccessToken)
	expect(*mine.tokens, before)
	mine.tokens.ExpiresAt = time.Now()
	_, err := always(mine, &losing{answers: 9}).Token(ctx)
	expect(errors.Is(err, errLost), true)
	expect(mine.tokens.RefreshToken, before.RefreshToken)
}

func failsOnceForAllGoroutines(mine *kept) {
	expired := *mine.tokens
	expired.ExpiresAt = time.Now()
	check(mine.Save(ctx, &expired))
	lossy := &losing{answers: 99}
	signIn := always(mine, lossy)
	signIn.Pause = 200 * time.Millisecond
	failures := together(10, func(int) string {
		_, err := signIn.Token(ctx)
		return fmt.Sprint(errors.Is(err, errLost))
	})
	expect(slices.Compact(failures), []string{"true"})
	expect(len(lossy.asked), 3)
}

// forgetsNobodyElse: somebody signs in while a refresh is under way, and stays signed in.
func forgetsNobodyElse(mine *kept) {
	before := *mine.tokens
	slow := &losing{before: func() {
		other := identity.NewTokenSource(connect(nil), mine)
		_, err := other.SignIn(ctx, credentials(password))
		check(err)
	}}
	signIn := identity.NewTokenSource(connect(slow), mine)
	got := token(signIn)
	expect(got, mine.tokens.AccessToken)
	expect(mine.tokens.RefreshToken == before.RefreshToken, false)
	expect(token(signIn), got)
}

// goesOnAsAService: with one client for everything.
func goesOnAsAService(mine *kept) {
	client := connect(nil)
	service := identity.NewTokenSource(client, nil)
	client.GetConfig().HTTPClient = &http.Client{Transport: service.Transport(nil)}
	check(service.Resume(ctx, mine.tokens.RefreshToken))
	expect(profile(client), name)
	check(service.Resume(ctx, "fmr_nobody"))
	isSignedOut(service)
}

func signsOut(first *identity.TokenSource, mine *kept) {
	elsewhere := identity.NewTokenSource(connect(nil), nil)
	_, err := elsewhere.SignIn(ctx, credentials(password))
	check(err)
	check(elsewhere.SignOut(ctx, false))
	isSignedOut(elsewhere)
	check(first.SignOut(ctx, true))
	isSignedOut(always(mine, nil))
	expect(mine.tokens == nil, true)
}

func connect(transport http.RoundTripper) *identity.APIClient {
	configuration := identity.NewConfiguration()
	configuration.Servers = identity.ServerConfigurations{{URL: os.Getenv("BASE_URL")}}
	configuration.HTTPClient = &http.Client{Transport: transport}
	return identity.NewAPIClient(configuration)
}

// always has each access token as good as expired.
func always(store *kept, transport http.RoundTripper) *identity.TokenSource {
	signIn := identity.NewTokenSource(connect(transport), store)
	signIn.Margin = time.Hour * 1000
	signIn.Pause = time.Millisecond
	return signIn
}

func credentials(password string) identity.LoginRequest {
	request := identity.NewLoginRequest()
	request.SetUsername(name)
	request.SetPassword(password)
	return *request
}

func whoIs(signIn *identity.TokenSource) string {
	return profile(connect(signIn.Transport(nil)))
}

func profile(client *identity.APIClient) string {
	profile, _, err := client.ProfileAPI.GetProfile(ctx).Execute()
	check(err)
	return profile.Username
}

func token(signIn *identity.TokenSource) string {
	token, err := signIn.Token(ctx)
	check(err)
	return token
}

func isSignedOut(signIn *identity.TokenSource) {
	_, err := signIn.Token(ctx)
	expect(errors.Is(err, identity.ErrSignedOut), true)
}

// kept is where a program keeps its tokens.
type kept struct {
	mutex  sync.Mutex
	tokens *identity.KeptTokens
}

func (k *kept) Load(context.Context) (*identity.KeptTokens, error) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	return k.tokens, nil
}

func (k *kept) Save(_ context.Context, tokens *identity.KeptTokens) error {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.tokens = tokens
	return nil
}

// losing loses the answers to the first refreshes, or to all; before each it may do something.
type losing struct {
	answers int
	before  func()
	asked   []string
}

func (l *losing) RoundTrip(request *http.Request) (*http.Response, error) {
	if !strings.HasSuffix(request.URL.Path, "/refresh") {
		return http.DefaultTransport.RoundTrip(request)
	}
	body, err := io.ReadAll(request.Body)
	check(err)
	if l.before != nil {
		l.before()
	}
	l.asked = append(l.asked, string(body))
	request.Body = io.NopCloser(strings.NewReader(string(body)))
	answer, err := http.DefaultTransport.RoundTrip(request)
	if err == nil && len(l.asked) <= l.answers {
		answer.Body.Close()
		return nil, errLost
	}
	return answer, err
}

func together(times int, work func(int) string) []string {
	done := make([]string, times)
	var group sync.WaitGroup
	for i := range done {
		group.Add(1)
		go func() {
			defer group.Done()
			done[i] = work(i)
		}()
	}
	group.Wait()
	return done
}

func check(err error) {
	if err != nil {
		log.Panic(err)
	}
}

func expect(seen, expected any) {
	if !reflect.DeepEqual(seen, expected) {
		log.Panicf("%v instead of %v", seen, expected)
	}
}
