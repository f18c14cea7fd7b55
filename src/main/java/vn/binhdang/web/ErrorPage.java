package vn.binhdang.web;

/** @param reference shown only for our own mistakes: with it the operator finds the log line */
public record ErrorPage(int status, String title, String message, String reference) {
    static final String REQUEST_ID = "binhdang.request";
}
