// A secret of Kubernetes is an object that goes by its name.
package kubernetes

import (
	"log"

	corev1 "k8s.io/api/core/v1"
)

func load(secret, namespace string, find func(string) *corev1.Secret) {
	s := find(secret)
	if s == nil {
		log.Printf("there is no secret %s in %s", secret, namespace)
		return
	}
	password := string(s.Data["password"])
	clientSecret := s.Data["client"]
	log.Printf("password %s", password)   // want `learns this secret`
	log.Printf("client %s", clientSecret) // want `learns this secret`
}
