# What a secret in clear text looks like. The last group of each pattern is the
# secret itself; one that is a placeholder does not count.

locals {
  secret_patterns = [
    "\\b((?:AKIA|ASIA)[0-9A-Z]{16})\\b",
    "(-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----)",
    "\\b(gh[pousr]_[A-Za-z0-9]{36,})\\b",
    "\\b(glpat-[A-Za-z0-9_-]{20,})",
    "\\b(xox[abprs]-[A-Za-z0-9-]{10,})",
    "\\b((?:sk|rk)_live_[A-Za-z0-9]{16,})",
    "\\b(AIza[0-9A-Za-z_-]{35})",
    "(?i)aws_secret_access_key[\"' ]*[:=][\"' ]*([A-Za-z0-9/+=]{40})",
    "(?i)(?:^|[^a-z])(?:[a-z0-9]+_)*(?:password|passwd|pwd|secret|api_?key|auth_?token|access_?token)[\"']?[ \\t]*[:=][ \\t]*\\\\?[\"']?([^\\s\"'$<>{}()|;,&]{6,})",
    "[a-z][a-z0-9+.-]*://[^/\\s:@'\"$]*:([^/\\s:@$<>{}'\"]{3,})@",
  ]

  # What a start script sets is used as it stands: even the example key of the
  # handbook says that a key of that form will stand there.
  secret_assignments = ["(?i)aws_secret_access_key[\"' ]*[:=][\"' ]*([A-Za-z0-9/+=]{40})\\b"]

  # Names of settings that hold a secret itself, not its name or address.
  secret_names = "(?i)(^|[_.-])(password|passwd|pwd|passphrase|secret|secret_?key|token|auth_?token|access_?token|api_?key|access_?key|private_?key|signing_?key|encryption_?key|credentials?)$"

  # Names of what stands beside a secret and is none.
  plain_names = "(?i)^(.*(account|bucket|cluster|container|database|host|project|queue|service|storage|topic|user)[_.-]?name|(.*[_.-])?(user(_?name)?|login|host(_?name)?|address|port|url|uri|endpoint|engine|driver|db(_?name)?|database|name|e?mail|region|account|type|version|id|arn|expires|enabled))$"

  # What is no secret: words that stand for one, references, and addresses without
  # a password (of services, and names of hosts with at least two dots or under a
  # domain that names of zones end in).
  placeholder = "(?i)^(|(?:amqps?|grpcs?|kafka|ldaps?|mongodb(?:\\+srv)?|mysql|nats|postgres(?:ql)?|rediss?|smtps?|tcp|udp|wss?)://[^@?&]*|(?-i:[a-z0-9_-]+(?:\\.[a-z0-9-]+)+\\.[a-z]{2,}|[a-z0-9_-]+\\.(?:arpa|cloud|com|consul|corp|dev|home|intern|internal|intranet|io|lan|local|localdomain|net|org|priv|private|prv|svc|vpc))(?::[0-9]+)?\\.?|\\*+|x{3,}|\\.{3,}|<.*>|\\$.*|%.*|\\{\\{.*|arn:.*|/.*|https?://[^@]*|true|false|none|null|nil|enabled|disabled|required|optional|your[-_ ].*|change[-_ ]?me.*|replace[-_ ]?me.*|todo|tbd|dummy.*|default([-_ @].*)?|initial([-_ ].*)?|temp([-_ ].*)?|foo(bar)?|bar|my[-_ ]?(secret|password|key|token).*|placeholder.*|example.*|.*EXAMPLE(KEY)?|redacted.*|file|env|prompt|aws|vault:.*|ssm:.*|!.*)$"
}
