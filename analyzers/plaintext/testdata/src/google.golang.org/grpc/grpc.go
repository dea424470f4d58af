// Package grpc is a stand-in with the signatures that matter.
package grpc

import (
	"context"
	"net"

	"google.golang.org/grpc/credentials"
)

type (
	DialOption   interface{ dial() }
	ServerOption interface{ server() }
	ClientConn   struct{}
	Server       struct{}
)

func WithInsecure() DialOption                                                { return nil }
func WithTransportCredentials(credentials.TransportCredentials) DialOption    { return nil }
func NewClient(string, ...DialOption) (*ClientConn, error)                    { return nil, nil }
func DialContext(context.Context, string, ...DialOption) (*ClientConn, error) { return nil, nil }
func Dial(string, ...DialOption) (*ClientConn, error)                         { return nil, nil }
func NewServer(...ServerOption) *Server                                       { return nil }
func Creds(credentials.TransportCredentials) ServerOption                     { return nil }
func MaxRecvMsgSize(int) ServerOption                                         { return nil }
func (*Server) Serve(net.Listener) error                                      { return nil }
