package policy

import (
	"github.com/threatvet/threatvet/internal/model"
)

// Short words for JSON Schema.
var (
	text   = map[string]any{"type": "string"}
	number = map[string]any{"type": "number"}
	truth  = map[string]any{"type": "boolean"}
	words  = listOf(text)
)

func listOf(of any) map[string]any { return map[string]any{"type": "array", "items": of} }

// record is an object with these fields and no other.
func record(fields map[string]any) map[string]any {
	return map[string]any{"type": "object", "properties": fields, "additionalProperties": false}
}

// byKey is an object whose keys are not known beforehand, such as ids.
func byKey(of any) map[string]any {
	return map[string]any{"type": "object", "additionalProperties": of}
}

// inputSchema describes what newInput makes. Every kind and every fact of the
// model's vocabulary is listed, so that OPA refuses a policy that uses another.
func inputSchema() map[string]any {
	facts := factsSchema()
	data := listOf(record(map[string]any{
		"id": text, "name": text, "confidentiality": number, "integrity": number, "availability": number,
		"categories": words, "declared": truth,
	}))
	element := elementSchema(facts, data)
	kinds := map[string]any{}
	for _, k := range model.Words().Kinds {
		kinds[k] = listOf(element)
	}
	flows := byKey(listOf(flowSchema(data)))
	identity := record(map[string]any{"id": text, "kind": text, "name": text, "groups": words, "used_by": words, "unused": words, "smallest": text, "facts": facts})
	grants := byKey(listOf(record(map[string]any{
		"id": text, "identity": text, "on": text, "level": text, "actions": words, "certain": truth, "conditions": words,
	})))
	weaknesses := byKey(listOf(record(map[string]any{
		"id": text, "kind": text, "threat": text, "element": text, "entry_point": text, "function": text,
		"service": text, "runs_on": text,
	})))
	return record(map[string]any{
		"by_kind": record(kinds), "by_id": byKey(element),
		"members_of": byKey(words), "parts_of": byKey(words),
		"flows_from": flows, "flows_to": flows,
		"entry_points_of": byKey(listOf(record(map[string]any{
			"id": text, "element": text, "kind": text, "method": text, "path": text, "handler": text,
			"middleware": words, "authn": text, "authz": text, "mutates": truth,
		}))),
		"identities": byKey(identity), "identity_list": listOf(identity),
		"grants_on": grants, "grants_by": grants, "grants_of": grants,
		"policies_of": byKey(listOf(statementSchema())), "full_rights_of": byKey(words),
		"weaknesses": weaknesses, "reported": weaknesses,
		"paths": listOf(pathSchema(data)),
		"zones": byKey(record(map[string]any{
			"id": text, "kind": text, "name": text, "parent": text, "trust": number, "environment": text,
		})),
		"account": record(map[string]any{"id": text, "numbers": words}),
	})
}

func factsSchema() map[string]any {
	types := map[string]any{"bool": truth, "number": number, "string": text, "list": words}
	facts := map[string]any{}
	for _, w := range model.Words().Facts {
		facts[w.Name] = types[w.Type]
	}
	return record(facts)
}

func elementSchema(facts, data any) map[string]any {
	return record(map[string]any{
		"id": text, "kind": text, "name": text, "technology": text, "provider": text, "root": text, "zone": text, "region": text,
		"runs_as": text, "part_of": text, "exposure": text, "through": words, "latent": truth, "facts": facts,
		"rules": listOf(record(map[string]any{
			"index": number, "direction": text, "allow": truth, "protocol": text, "from_port": number, "to_port": number,
			"cidrs": words, "groups": words,
		})),
		"environment": listOf(record(map[string]any{"name": text, "value": text, "sensitive": truth, "refers_to": words})),
		"tags":        byKey(text), "data": data, "controls": words, "uses": words, "leads_to": words,
		"vpc": text, "subnets": words, "groups": words, "targets": words, "ports": listOf(number), "public_address": truth,
		"if_down": text,
	})
}

func flowSchema(data any) map[string]any {
	return record(map[string]any{
		"id": text, "from": text, "to": text, "protocol": text, "port": number, "operation": text,
		"authn": text, "authz": text, "encryption": text, "data": data, "crosses": words, "basis": text,
	})
}

func statementSchema() map[string]any {
	principals := listOf(record(map[string]any{"type": text, "id": text}))
	return record(map[string]any{
		"policy": text, "kind": text, "index": number, "effect": text,
		"actions": words, "not_actions": words, "resources": words, "not_resources": words,
		"principals": principals, "not_principals": principals,
		"has_conditions": truth, "condition_keys": words,
		"conditions": listOf(record(map[string]any{"operator": text, "key": text, "values": words})),
	})
}

func pathSchema(data any) map[string]any {
	return record(map[string]any{
		"id": text, "start": text, "as": text, "end": text, "gains": text, "techniques": words, "certain": truth, "data": data,
		"steps": listOf(record(map[string]any{
			"from": text, "to": text, "technique": text, "actions": words, "weakness": text, "weakness_kind": text,
		})),
	})
}
