// Package zap is a fake with the signatures that the cases need.
package zap

type Field struct{}

func String(key, value string) Field { return Field{} }

type Logger struct{}

func (l *Logger) Info(msg string, fields ...Field) {}
