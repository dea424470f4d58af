// Package sarif writes a scan's findings as SARIF 2.1.0, in the form that code
// hosts accept and show best. It knows SARIF and GitHub's limits; it rates
// nothing and reads sources only to count columns.
//
// What a reader of the file can rely on:
//
//   - One rule per threat and level, such as OBJ-005/high, because GitHub reads
//     security-severity from the rule only.
//   - A result's first region is one line, its partial fingerprints are GitHub's
//     primaryLocationLineHash and our own threatvet/v1.
//   - Results are ordered by risk. Where a limit cuts the list, the least is left
//     out, and a notification says how much.
//   - What was not analysed is a tool execution notification.
//   - There are no time stamps and no absolute paths: the same findings give the
//     same bytes.
package sarif
