package vn.binhdang.messaging.mail;

import vn.binhdang.messaging.MailFailure;

/** A mail did not go. */
final class MailTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final MailFailure failure;

    MailTrouble(MailFailure failure, Exception cause) {
        super(failure.name(), cause);
        this.failure = failure;
    }

    MailFailure failure() {
        return failure;
    }
}
