package vn.binhdang.messaging.preference;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.MailFailure;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.mail.CodeMail;
import vn.binhdang.messaging.mail.MailWay;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** How notices reach the person who is signed in. */
@Controller
@Allows(Action.USE_OWN_ACCOUNT)
class PreferenceController {
    private final NoticePreferences preferences;
    private final MailAddresses addresses;
    private final CodeMail codes;
    private final MailWay way;

    PreferenceController(NoticePreferences preferences, MailAddresses addresses, CodeMail codes, MailWay way) {
        this.preferences = preferences;
        this.addresses = addresses;
        this.codes = codes;
        this.way = way;
    }

    @Bean
    static MenuEntry noticesInMenu() {
        return new MenuEntry("messaging.preference.menu", "/account/notices", 20, null);
    }

    @GetMapping("/account/notices")
    String show(@RequestParam(required = false) @Nullable String done, Actor actor, Text t, Model model) {
        String said = Stream.of("stored", "sent", "confirmed", "removed")
                .filter(word -> word.equals(done))
                .findFirst()
                .orElse(null);
        return page(stored(actor, t), actor, t, "", Map.of(), said, model);
    }

    @PostMapping("/account/notices")
    String choose(
            @RequestParam Map<String, String> fields, Actor actor, Text t, Model model, HttpServletResponse response) {
        var form = PreferenceForm.of(fields);
        if (!form.problems().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(form, actor, t, "", form.problems(), null, model);
        }
        var ways = new LinkedHashMap<NoticeKind, Delivery>();
        preferences.ways(actor.account()).forEach((kind, before) -> ways.put(kind, form.way(kind, before)));
        preferences.choose(actor, ways, form.knownLanguage(), form.hours());
        return "redirect:/account/notices?done=stored";
    }

    @PostMapping("/account/notices/address")
    String ask(
            @RequestParam(defaultValue = "") String address,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        String typed = address.strip();
        String problem = way.open() ? MailAddresses.problem(typed) : "messaging.address.off";
        if (problem == null) problem = send(actor, typed, t);
        if (problem == null) return "redirect:/account/notices?done=sent";
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(stored(actor, t), actor, t, typed, Map.of("address", problem), null, model);
    }

    @PostMapping("/account/notices/address/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        String problem = addresses.confirm(actor, code);
        if (problem == null) return "redirect:/account/notices?done=confirmed";
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(stored(actor, t), actor, t, "", Map.of("code", problem), null, model);
    }

    @PostMapping("/account/notices/address/remove")
    String remove(Actor actor) {
        addresses.remove(actor);
        return "redirect:/account/notices?done=removed";
    }

    /** @return message key of why no code went out; null when one did */
    private @Nullable String send(Actor actor, String address, Text t) {
        var code = addresses.ask(actor, address, t.language());
        if (code.isEmpty()) return "messaging.address.enough";
        return codes.send(code.get(), (int) MailAddresses.CODE_HOLDS.toMinutes(), address, t)
                .map(failure ->
                        failure == MailFailure.ADDRESS ? "messaging.address.unknown" : "messaging.address.notSent")
                .orElse(null);
    }

    private PreferenceForm stored(Actor actor, Text t) {
        var box = preferences.letterbox(actor.account(), t.language());
        return PreferenceForm.of(preferences.ways(actor.account()), box.language(), box.quiet());
    }

    private String page(
            PreferenceForm form,
            Actor actor,
            Text t,
            String typedAddress,
            Map<String, String> problems,
            @Nullable String done,
            Model model) {
        var box = preferences.letterbox(actor.account(), t.language());
        var ways = preferences.ways(actor.account()).entrySet().stream()
                .map(entry -> way(entry.getKey(), form.way(entry.getKey(), entry.getValue()), t))
                .toList();
        model.addAttribute(
                "page",
                new PreferencePage(
                        ways,
                        form.knownLanguage(),
                        form.quiet(),
                        form.quietFrom(),
                        form.quietTo(),
                        form.workingDaysOnly(),
                        way.open(),
                        box.address(),
                        box.pending(),
                        typedAddress.isEmpty() ? Objects.requireNonNullElse(box.pending(), "") : typedAddress,
                        problems,
                        done));
        return "messaging/preference/preferences";
    }

    private static PreferencePage.Way way(NoticeKind kind, Delivery chosen, Text t) {
        return new PreferencePage.Way(
                kind.key(),
                t.of(kind.nameKey()),
                kind.required(),
                Stream.of(Delivery.values())
                        .filter(delivery -> !(kind.required() && delivery == Delivery.OFF))
                        .map(delivery -> new PreferencePage.Choice(
                                delivery.name(), t.of("messaging.delivery." + delivery.word()), delivery == chosen))
                        .toList());
    }
}
