package @GO_PACKAGE@

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// KeptTokens are the tokens of a sign-in as they are kept.
type KeptTokens struct {
	AccessToken  string
	ExpiresAt    time.Time
	RefreshToken string
}

// String shows no secrets.
func (k KeptTokens) String() string {
	return fmt.Sprintf("tokens until %s", k.ExpiresAt.Format(time.RFC3339))
}

// TokenStore is where tokens are kept. Programs that keep them in the same place share a sign-in.
type TokenStore interface {
	// Load gives nil if there are none.
	Load(ctx context.Context) (*KeptTokens, error)
	// Save forgets those there are if there are none to save.
	Save(ctx context.Context, tokens *KeptTokens) error
}

type inMemory struct {
	mutex sync.Mutex
	kept  *KeptTokens
}

func (m *inMemory) Load(context.Context) (*KeptTokens, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.kept, nil
}

func (m *inMemory) Save(_ context.Context, tokens *KeptTokens) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.kept = tokens
	return nil
}
