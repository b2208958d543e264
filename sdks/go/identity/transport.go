package @GO_PACKAGE@

import (
	"context"
	"net/http"
)

type withoutToken struct{}

// unsigned is for the requests a token comes from: they may go through a client that sends tokens.
func unsigned(ctx context.Context) context.Context {
	return context.WithValue(ctx, withoutToken{}, true)
}

// Transport sends a token with every request, of the clients of all contracts: it is the transport of the HTTPClient of
// their configuration. Without a base it is on http.DefaultTransport.
func (s *TokenSource) Transport(base http.RoundTripper) http.RoundTripper {
	if base == nil {
		base = http.DefaultTransport
	}
	return &signedIn{signIn: s, base: base}
}

type signedIn struct {
	signIn *TokenSource
	base   http.RoundTripper
}

func (t *signedIn) RoundTrip(request *http.Request) (*http.Response, error) {
	if request.Context().Value(withoutToken{}) != nil {
		return t.base.RoundTrip(request)
	}
	token, err := t.signIn.Token(request.Context())
	if err != nil {
		if request.Body != nil {
			request.Body.Close()
		}
		return nil, err
	}
	authorized := request.Clone(request.Context())
	authorized.Header.Set("Authorization", "Bearer "+token)
	return t.base.RoundTrip(authorized)
}
