package catalog

import (
	"strings"
)

// anyModule is the label of the entry for modules that no other describes.
const anyModule = "*"

// moduleEntry returns what is known of the module of a source, or nil.
func (c *Catalog) moduleEntry(source string) *entry {
	for _, name := range []string{moduleName(source), anyModule} {
		if s := c.modules[name]; s != nil {
			if e, diags := s.decode(); !diags.HasErrors() {
				return e // Check and Extend report what is wrong with it
			}
		}
	}
	return nil
}

// moduleName is a module's source as entries write it: an address in the public
// registry (terraform-aws-modules/lambda/aws, with //modules/x for a part), also
// where the source names the repository that the registry takes it from, or else
// host and path of a repository.
// https://developer.hashicorp.com/terraform/language/modules/sources
func moduleName(source string) string {
	source, _, _ = strings.Cut(source, "?")
	source = strings.TrimPrefix(source, "git::")
	for _, scheme := range []string{"https://", "http://", "ssh://", "git://"} {
		source = strings.TrimPrefix(source, scheme)
	}
	source = strings.TrimPrefix(source, "git@")
	source, part, _ := strings.Cut(source, "//")
	source = strings.TrimSuffix(strings.Replace(source, ":", "/", 1), ".git")
	for _, registry := range []string{"registry.terraform.io/", "registry.opentofu.org/"} {
		source = strings.TrimPrefix(source, registry)
	}
	source = published(source)
	if part = strings.Trim(part, "/"); part != "" {
		source += "//" + part
	}
	return source
}

// published turns the repository of a published module into its address in the
// registry: github.com/OWNER/terraform-PROVIDER-NAME is OWNER/NAME/PROVIDER.
// https://developer.hashicorp.com/terraform/registry/modules/publish#requirements
func published(repository string) string {
	parts := strings.Split(repository, "/")
	if len(parts) != 3 || parts[0] != "github.com" {
		return repository
	}
	rest, ok := strings.CutPrefix(parts[2], "terraform-")
	provider, name, found := strings.Cut(rest, "-")
	if !ok || !found {
		return repository
	}
	return parts[1] + "/" + name + "/" + provider
}

// providerOfModule is the provider that a module of the registry is for.
func providerOfModule(name string) string {
	name, _, _ = strings.Cut(name, "//")
	if parts := strings.Split(name, "/"); len(parts) == 3 {
		return parts[2]
	}
	return ""
}
