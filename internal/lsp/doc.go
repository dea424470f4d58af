// Package lsp is the language server: it speaks to an editor, and knows nothing
// of threats but what a scan says. Terraform is analysed as it is typed, one
// edit at the cost of the roots that it concerns; Go code and the whole
// workspace when a file is saved.
package lsp
