// The door to what follows decisions: projections, targets, costs (adr/0014-what-follows-decisions.md).
export {};
