package ownercheck

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gocode"
)

// stores are the types whose methods run a query.
var stores = []string{
	"database/sql.DB", "database/sql.Tx", "database/sql.Conn",
	"github.com/jackc/pgx.Conn", "github.com/jackc/pgx.Tx", "github.com/jackc/pgx/pgxpool.Pool",
	"github.com/jmoiron/sqlx.DB", "github.com/jmoiron/sqlx.Tx",
}

var byKey = regexp.MustCompile(`(?is)^\s*(?:select\b.*\bfrom\b|update\b|delete\s+from\b).*\bwhere\b`)

// ofOwner matches a column that says to whom a record belongs.
var ofOwner = regexp.MustCompile(`(?i)\b\w*(?:user|owner|account|tenant|customer|member|org|organi[sz]ation|team|author|created_by|subject)\w*\s*(?:=|in\b|is\b)`)

// isQuery reports whether a call runs a constant query that looks for rows by
// a key and names no owner in its condition.
func isQuery(values *gocode.Assigned, info *types.Info, call *ast.CallExpr) bool {
	fn := gocode.Callee(info, call)
	if fn == nil {
		return false
	}
	name := gocode.FuncName(fn)
	if method, ok := strings.CutPrefix(name, "gorm.io/gorm.DB."); ok {
		return isGorm(values, method, call)
	}
	i := strings.LastIndex(name, ".")
	if !slices.Contains(stores, name[:max(i, 0)]) {
		return false
	}
	for _, arg := range call.Args {
		if text, ok := values.Text(arg); ok && byKey.MatchString(text) {
			return !ofOwner.MatchString(text[whereOf(text):])
		}
	}
	return false
}

func whereOf(query string) int { return strings.Index(strings.ToLower(query), "where") }

// isGorm reports whether a call of gorm finds a record by its primary key or
// by a condition on an id, with no other condition before it.
func isGorm(values *gocode.Assigned, method string, call *ast.CallExpr) bool {
	if _, chained := gocode.Receiver(call).(*ast.CallExpr); chained {
		return false
	}
	switch method {
	case "First", "Take", "Find", "Delete":
		if len(call.Args) == 2 {
			return true
		}
	case "Where":
	default:
		return false
	}
	for _, arg := range call.Args {
		if text, ok := values.Text(arg); ok {
			return !ofOwner.MatchString(text)
		}
	}
	return false
}
