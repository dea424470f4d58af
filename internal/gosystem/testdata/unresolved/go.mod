module example.com/tol

go 1.22

require (
	github.com/go-chi/chi/v5 v5.0.0
	github.com/gin-gonic/gin v1.9.0
	github.com/aws/aws-sdk-go-v2/service/s3 v1.40.0
	github.com/aws/aws-lambda-go v1.41.0
)
