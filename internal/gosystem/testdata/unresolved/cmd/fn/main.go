package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	res, err := http.Get(e.QueryStringParameters["url"])
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500}, err
	}
	defer res.Body.Close()
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: "ok"}, nil
}

func main() { lambda.Start(handle) }
