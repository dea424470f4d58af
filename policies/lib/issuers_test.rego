package threatvet.lib.issuers_test

import data.threatvet.lib.issuers

test_a_public_code_host_is_shared if issuers.shared["gitlab.com"]

test_an_issuer_of_one_customer_is_not if {
	some host in ["vstoken.dev.azure.com"]
	not issuers.shared[host]
}
