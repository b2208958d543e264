package @GO_PACKAGE@

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"time"
)

// ErrSignedOut says that nobody is signed in, or not any more: ask who it is.
var ErrSignedOut = errors.New("nobody is signed in")

const refreshAttempts = 3

// TokenSource is somebody's sign-in: it gives an access token that is good whenever one is asked for, to any goroutine. Two
// programs may refresh at once, which the service forgives, as it does when an answer was lost and the same token comes
// again. Only a refusal of the service ends a sign-in here, never a failure on the way to it.
type TokenSource struct {
	// Margin is how long before its end an access token is replaced.
	Margin time.Duration
	// Pause is how long to wait before a refresh that failed is tried again; twice as long each time.
	Pause time.Duration
	// Limit is how long to wait for the answer to a refresh.
	Limit time.Duration

	client *APIClient
	store  TokenStore
	turn   chan struct{}
	// failed is the last refresh without an answer, for who waited meanwhile; read and written in turn
	failed failure
}

type failure struct {
	at    time.Time
	cause error
}

// NewTokenSource signs in with a client of this package; tokens are kept in memory if there is no store.
func NewTokenSource(client *APIClient, store TokenStore) *TokenSource {
	if store == nil {
		store = &inMemory{}
	}
	return &TokenSource{
		Margin: time.Minute, Pause: time.Second, Limit: 15 * time.Second,
		client: client, store: store, turn: make(chan struct{}, 1)}
}

// SignIn signs in, and gives what the service says about it.
func (s *TokenSource) SignIn(ctx context.Context, request LoginRequest) (*Tokens, error) {
	answer, _, err := s.client.AuthAPI.Login(unsigned(ctx)).LoginRequest(request).Execute()
	if err != nil {
		return nil, err
	}
	return answer, s.keep(ctx, keptUntil(answer.AccessToken, answer.ExpiresIn, answer.RefreshToken))
}

// Register makes an account and signs in with it.
func (s *TokenSource) Register(ctx context.Context, request RegisterRequest) (*Tokens, error) {
	answer, _, err := s.client.AuthAPI.Register(unsigned(ctx)).RegisterRequest(request).Execute()
	if err != nil {
		return nil, err
	}
	return answer, s.keep(ctx, keptUntil(answer.AccessToken, answer.ExpiresIn, answer.RefreshToken))
}

// Resume goes on with a sign-in of which there is a refresh token, such as that of a service account.
func (s *TokenSource) Resume(ctx context.Context, refreshToken string) error {
	return s.keep(ctx, &KeptTokens{RefreshToken: refreshToken})
}

// Token gives an access token, or ErrSignedOut.
func (s *TokenSource) Token(ctx context.Context) (string, error) {
	kept, err := s.kept(ctx)
	if err != nil {
		return "", err
	}
	if s.isFresh(kept) {
		return kept.AccessToken, nil
	}
	replaced, err := s.refreshInTurn(ctx)
	if err == nil {
		return replaced.AccessToken, nil
	}
	if errors.Is(err, ErrSignedOut) || !time.Now().Before(kept.ExpiresAt) {
		return "", err
	}
	return kept.AccessToken, nil
}

// SignOut ends this sign-in, or all of its user. The tokens are forgotten whatever happens.
func (s *TokenSource) SignOut(ctx context.Context, everywhere bool) (err error) {
	defer func() { err = errors.Join(err, s.keep(ctx, nil)) }()
	token, err := s.Token(ctx)
	if errors.Is(err, ErrSignedOut) {
		return nil
	}
	if err != nil {
		return err
	}
	request := NewLogoutRequest()
	request.SetAll(everywhere)
	authorized := context.WithValue(unsigned(ctx), ContextAccessToken, token)
	_, answer, err := s.client.AuthAPI.Logout(authorized).LogoutRequest(*request).Execute()
	if answer != nil && answer.StatusCode == http.StatusUnauthorized {
		return nil
	}
	return err
}

// refreshInTurn has those who waited for a refresh that failed fail as well, instead of trying one after the other.
func (s *TokenSource) refreshInTurn(ctx context.Context) (*KeptTokens, error) {
	asked := time.Now()
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if s.failed.cause != nil && s.failed.at.After(asked) {
		return nil, s.failed.cause
	}
	replaced, err := s.refresh(ctx)
	s.failed = failure{}
	if err != nil && ctx.Err() == nil && !errors.Is(err, ErrSignedOut) {
		s.failed = failure{time.Now(), err}
	}
	return replaced, err
}

func (s *TokenSource) refresh(ctx context.Context) (*KeptTokens, error) {
	// another goroutine or program may have been first
	sent, err := s.kept(ctx)
	if err != nil || s.isFresh(sent) {
		return sent, err
	}
	for attempt := 1; ; attempt++ {
		got, err := s.exchange(ctx, sent)
		if err == nil {
			return s.settle(ctx, sent, got)
		}
		if isRefusal(err) {
			return s.refused(ctx, sent)
		}
		if attempt == refreshAttempts {
			return nil, err
		}
		select {
		case <-time.After(s.Pause << (attempt - 1)):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func (s *TokenSource) exchange(ctx context.Context, sent *KeptTokens) (*KeptTokens, error) {
	limited, done := context.WithTimeout(unsigned(ctx), s.Limit)
	defer done()
	request := NewRefreshRequest(sent.RefreshToken)
	answer, _, err := s.client.AuthAPI.RefreshTokens(limited).RefreshRequest(*request).Execute()
	if err != nil {
		return nil, err
	}
	return keptUntil(answer.AccessToken, answer.ExpiresIn, answer.RefreshToken), nil
}

// settle keeps what was got, unless somebody signed out, in, or refreshed elsewhere meanwhile.
func (s *TokenSource) settle(ctx context.Context, sent, got *KeptTokens) (*KeptTokens, error) {
	now, err := s.kept(ctx)
	if err != nil {
		return nil, err
	}
	if now.RefreshToken != sent.RefreshToken && s.isFresh(now) {
		return now, nil
	}
	return got, s.keep(ctx, got)
}

// refused goes on with what another program has got meanwhile, or ends the sign-in.
func (s *TokenSource) refused(ctx context.Context, sent *KeptTokens) (*KeptTokens, error) {
	now, err := s.kept(ctx)
	if err != nil {
		return nil, err
	}
	if now.RefreshToken != sent.RefreshToken {
		return s.refresh(ctx)
	}
	return nil, errors.Join(ErrSignedOut, s.keep(ctx, nil))
}

func (s *TokenSource) kept(ctx context.Context) (*KeptTokens, error) {
	kept, err := s.store.Load(ctx)
	if err == nil && kept == nil {
		err = ErrSignedOut
	}
	return kept, err
}

// keep is not given up with the request it is done for: what is not kept is lost.
func (s *TokenSource) keep(ctx context.Context, tokens *KeptTokens) error {
	return s.store.Save(context.WithoutCancel(ctx), tokens)
}

func (s *TokenSource) isFresh(kept *KeptTokens) bool {
	return time.Until(kept.ExpiresAt) > s.Margin
}

func keptUntil(access string, seconds int32, refresh string) *KeptTokens {
	return &KeptTokens{access, time.Now().Add(time.Duration(seconds) * time.Second), refresh}
}

// isRefusal says whether the service said no; what a proxy says, and what may pass, is none.
func isRefusal(err error) bool {
	problem := AsProblem(err)
	passes := []int32{http.StatusRequestTimeout, http.StatusTooManyRequests}
	return problem != nil && problem.Status < 500 && !slices.Contains(passes, problem.Status)
}
