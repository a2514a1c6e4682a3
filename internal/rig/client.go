package rig

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// Client speaks to a program over HTTP, on connections of its own.
type Client struct {
	URL  string
	http *http.Client
}

// NewClient makes a client with so many connections.
func NewClient(url string, connections int) *Client {
	return &Client{URL: url, http: &http.Client{
		Timeout:   30 * time.Second,
		Transport: &http.Transport{MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections},
	}}
}

// Close lets go of the connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Answer is what the program said.
type Answer struct {
	Status int
	Body   []byte
	Header http.Header
}

// Problem reads a refusal.
func (a Answer) Problem() (p api.Problem) {
	_ = json.Unmarshal(a.Body, &p) // a success is no problem
	return p
}

// Do asks. The path begins behind the contract's base; an error means that
// there was no answer.
func (c *Client) Do(ctx context.Context, method, path, token string, body []byte, header ...string) (Answer, error) {
	r, err := http.NewRequestWithContext(ctx, method, c.URL+api.Base+path, bytes.NewReader(body))
	if err != nil {
		return Answer{}, err
	}
	r.Header.Set("Content-Type", "application/json")
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	answer, err := c.http.Do(r)
	if err != nil {
		return Answer{}, err
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	read, err := io.ReadAll(answer.Body)
	if err != nil {
		return Answer{}, fmt.Errorf("read answer: %w", err)
	}
	return Answer{Status: answer.StatusCode, Body: read, Header: answer.Header}, nil
}

// Get reads.
func (c *Client) Get(ctx context.Context, path, token string) (Answer, error) {
	return c.Do(ctx, http.MethodGet, path, token, nil)
}

// Login signs a person in and returns his access token. Each comes from an
// address of his own, for one address may not sign in that often.
func (c *Client) Login(ctx context.Context, login string, number int) (string, error) {
	body, err := json.Marshal(map[string]string{"login": login, "password": Password})
	if err != nil {
		return "", err
	}
	address := fmt.Sprintf("10.%d.%d.%d", 1+number>>16&0xff, number>>8&0xff, number&0xff)
	answer, err := c.Do(ctx, http.MethodPost, "/login", "", body, "X-Forwarded-For", address)
	if err != nil {
		return "", err
	}
	var s api.Session
	if err := json.Unmarshal(answer.Body, &s); err != nil || s.AccessToken == "" {
		return "", fmt.Errorf("sign in as %s: %d %s", login, answer.Status, answer.Body)
	}
	return s.AccessToken, nil
}

// Submission is a request that can be sent again as it was.
type Submission struct {
	Shop   Shop
	Record id.ID
	Day    clock.Day
	Body   []byte
}

// Submission prepares the shop's check of a day.
func (s Shop) Submission(record id.ID, day clock.Day, at time.Time, change ...func(*api.DailyBody)) (Submission, error) {
	b := s.Check(day, at)
	for _, f := range change {
		f(&b)
	}
	body, err := json.Marshal(b)
	return Submission{Shop: s, Record: record, Day: day, Body: body}, err
}

// Path is where the record is put.
func (s Submission) Path() string {
	return "/enterprises/" + string(s.Shop.Enterprise) + "/records/daily/" + string(s.Record)
}

// Submit sends a check.
func (c *Client) Submit(ctx context.Context, token string, s Submission) (Answer, error) {
	return c.Do(ctx, http.MethodPut, s.Path(), token, s.Body)
}
