package cloud

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Queue carries messages between the shop's programs.
type Queue struct{ url string }

// NewQueue returns the queue at that address.
func NewQueue(url string) *Queue { return &Queue{url: url} }

// Send puts a message into the queue.
func (q *Queue) Send(ctx context.Context, message any) error {
	body, err := json.Marshal(message)
	if err != nil {
		return err
	}
	_, err = q.call(ctx, "SendMessage", map[string]any{"QueueUrl": q.url, "MessageBody": string(body)})
	return err
}

// Receive waits for messages and returns their bodies.
func (q *Queue) Receive(ctx context.Context) ([][]byte, error) {
	answer, err := q.call(ctx, "ReceiveMessage", map[string]any{"QueueUrl": q.url, "WaitTimeSeconds": 5})
	if err != nil {
		return nil, err
	}
	var bodies [][]byte
	for _, m := range answer.Messages {
		bodies = append(bodies, []byte(m.Body))
	}
	return bodies, nil
}

type answer struct {
	Messages []struct{ Body string }
}

func (q *Queue) call(ctx context.Context, action string, arguments map[string]any) (*answer, error) {
	payload, err := json.Marshal(arguments)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, q.url, strings.NewReader(string(payload)))
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-Amz-Target", "AmazonSQS."+action)
	sign(req, "sqs", payload, time.Now())
	res, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", action, res.Status)
	}
	var a answer
	return &a, json.NewDecoder(res.Body).Decode(&a)
}
