package wrong

var _ = 1 /* threatvet:accept GOC-001 until=2026-01-31 owner=@a */ // want `an acceptance needs reason=`

var _ = 2 /* threatvet:accept until=2026-01-31 */ // want `name the threat first`

var _ = 3 /* threatvet:accept GOC-001 until=soon owner=@a reason="never" */ // want `"soon" is not a date`

var _ = 4 /* threatvet:accept GOC-001 until=2999-01-31 owner=@a reason=x */ // want `year`

// threatvet:accepted is another word, and this talks about threatvet:accept.
//
//threatvet:accept GOC-001 until=2020-01-31 owner=@a reason="it has ended, which the finding says"
var _ = 5
