package bson

type M map[string]any
