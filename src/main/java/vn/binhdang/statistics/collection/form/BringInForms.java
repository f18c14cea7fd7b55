package vn.binhdang.statistics.collection.form;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At each start, before the sample department is founded. */
@Component
class BringInForms {
    private final ShippedForms forms;

    BringInForms(ShippedForms forms) {
        this.forms = forms;
    }

    @Order(-50)
    @EventListener
    void ready(ApplicationReadyEvent event) {
        forms.bringIn();
    }
}
