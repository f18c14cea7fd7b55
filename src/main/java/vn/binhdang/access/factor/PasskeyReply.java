package vn.binhdang.access.factor;

/** @param next where the page goes on */
public record PasskeyReply(String next) {}
