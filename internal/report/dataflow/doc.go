// Package dataflow draws the system as a picture: its parts as boxes inside the
// trust boundaries that hold them, data flows and attack steps as arrows. It
// knows sizes, places and SVG; it knows no cloud and no page.
//
// A picture stays readable because it chooses. What lies on an attack path or
// has a grave threat is always drawn; what takes part in a data flow is drawn
// while there is room; all else is folded into its boundary with a count. Boxes
// stand in columns, from where data and attackers come to where they go, and
// boundaries below each other, the least trusted first, so that folding one only
// moves what is below it. Arrows run between the columns and between the rows,
// never through a box.
package dataflow
