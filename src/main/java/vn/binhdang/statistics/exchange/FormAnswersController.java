package vn.binhdang.statistics.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.exchange.format.AdxWriter;
import vn.binhdang.statistics.exchange.format.DataCube;
import vn.binhdang.statistics.exchange.format.Format;

/** The accepted answers of a form, as they were given: for those who may read them, never for publication. */
@Controller
class FormAnswersController {

    private static final List<Format> FORMATS = Answer.all();

    private final Catalogues catalogues;
    private final FormAnswers answers;
    private final Publisher publisher;
    private final AuditTrail audit;

    FormAnswersController(Catalogues catalogues, FormAnswers answers, Publisher publisher, AuditTrail audit) {
        this.catalogues = catalogues;
        this.answers = answers;
        this.publisher = publisher;
        this.audit = audit;
    }

    /**
     * @param period codes with commas between them; all for which there are answers when none is given
     * @param calendar in ADX, periods by their calendar names, as DHIS2 knows them
     */
    @GetMapping("/api/forms/{form}/data")
    @Allows(Action.READ_STATISTICS)
    void data(
            @PathVariable String form,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "false") boolean calendar,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Answer answer = new Answer(request, response);
        Optional<Format> format = answer.format(FORMATS);
        if (format.isEmpty()) return;
        Catalogue catalogue = catalogues.current();
        Optional<Catalogue.Form> known = catalogue.form(form);
        if (known.isEmpty()) {
            answer.refuse(HttpStatus.NOT_FOUND, "form");
            return;
        }
        Optional<List<ReportingPeriod>> periods = periods(period);
        if (periods.isEmpty()) {
            answer.refuse(HttpStatus.BAD_REQUEST, "period");
            return;
        }
        Optional<DataCube> cube = answers.cube(
                actor,
                catalogue,
                known.get(),
                periods.get(),
                answer.site(publisher)
                        .resolve("api/forms/" + known.get().shape().code() + "/data"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (cube.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        if (!format.get().structure())
            audit.export(
                    actor,
                    "statistics.form.export",
                    known.get().shape().id().value(),
                    Map.of("format", format.get().word(), "period", period));
        if (calendar && format.get() == Format.ADX) {
            response.setContentType(Format.ADX.mediaType());
            new AdxWriter(AdxWriter.Periods.CALENDAR).write(cube.get(), response.getOutputStream());
        } else answer.write(cube.get(), format.get(), answer.language());
    }

    private static Optional<List<ReportingPeriod>> periods(String text) {
        List<ReportingPeriod> periods = new ArrayList<>();
        for (String code : text.split(",")) {
            if (code.isBlank()) continue;
            Optional<ReportingPeriod> period = PeriodCode.parse(code);
            if (period.isEmpty() || periods.size() == 1000) return Optional.empty();
            periods.add(period.get());
        }
        return Optional.of(periods);
    }
}
