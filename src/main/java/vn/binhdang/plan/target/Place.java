package vn.binhdang.plan.target;

import java.util.UUID;

/**
 * What serves a target: a purpose or a task of a plan.
 * @param label as people call it: "I.1 b)", "II.3"; empty when it has no number
 */
record Place(UUID id, boolean purpose, String label, String text) {}
