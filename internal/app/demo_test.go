package app_test

import (
	"net/http"
	"testing"
)

func TestOnlyADemoOffersAccounts(t *testing.T) {
	t.Parallel()
	answer := newWorld(t).do(t, http.MethodGet, "/demo/accounts.json", "", nil)
	if answer.Code != http.StatusNoContent {
		t.Errorf("got %d %s, want 204", answer.Code, answer.Body)
	}
}
