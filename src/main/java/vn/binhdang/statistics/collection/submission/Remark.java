package vn.binhdang.statistics.collection.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who looked at a submission says about one figure.
 * @param stepId with which it was sent back; null while remarks are collected
 */
record Remark(UUID id, int slot, String words, @Nullable UUID stepId) {}
