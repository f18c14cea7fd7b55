package vn.binhdang.plan;

/** A running plan was given tasks for divisions of its agency by a cascade; told in the transaction that made them. */
public record TasksGiven(PlanId plan) {}
