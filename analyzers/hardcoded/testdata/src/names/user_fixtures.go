package names

// Tests work on these.
var fixtureToken = "69be27ac5ca305b394046a83f6fda18167ca3d3f2dbe7ac0"
