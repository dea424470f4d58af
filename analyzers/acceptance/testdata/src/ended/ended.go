package ended

import "crypto/tls"

var c = tls.Config{
	//threatvet:accept GOC-001 until=2020-01-31 owner=@a reason="until the new certificates are there"
	InsecureSkipVerify: true, // want `It was accepted until 2020-01-31 by @a, and that has ended.`
}

var other = tls.Config{
	InsecureSkipVerify: true, //threatvet:accept GOC-002 until=2020-01-31 owner=@a reason="another threat" // want `accepts any certificate.$`
}
