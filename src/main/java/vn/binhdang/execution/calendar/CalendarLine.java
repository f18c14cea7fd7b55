package vn.binhdang.execution.calendar;

/** @param mark "late", "done", "not-done" or empty */
public record CalendarLine(String href, String title, String kind, String mark, String markWord) {}
