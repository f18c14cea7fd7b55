package vn.binhdang.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.reporting.IssuedPlans;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

/** Every page there is, opened with the ids of the walk: how often it asks the database, as whoever may open it. */
@PageTest
@Import({WalkedRecords.class, SamplePapers.class, IssuedPlans.class})
class PageStatementsTest {
    private static final Logger LOG = LoggerFactory.getLogger(PageStatementsTest.class);

    private static final int MOST = 12;

    /** Head, office clerk, head of a division, administrator. */
    private static final List<String> PEOPLE = List.of("giamdoc", "vanphong", "khtc", "quantri");

    /** Records of one kind whose pages look different: a draft, a paper that waits, an issued one. */
    private static final List<String> DOCUMENTS = List.of("draft", "submitted", "approved", "plan", "issued");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private WalkedRecords records;

    @Autowired
    private Pages pages;

    private final Map<String, Pages.Visit> visits = new HashMap<>();

    @Test
    void no_page_asks_more_than_twelve_times() {
        records.make();
        var asked = new TreeMap<String, Integer>();
        var unseen = new ArrayList<String>();
        for (var endpoint : Endpoint.all(mapping)) {
            if (!endpoint.method().equals("GET")) continue;
            boolean seen = false;
            for (String user : people(endpoint))
                for (String address : addresses(endpoint, user)) seen |= open(user, endpoint, address, asked);
            if (!seen) unseen.add(endpoint.path());
        }
        LOG.info("{} pages; no page, or none to be seen with these ids: {}", asked.size(), unseen);
        LOG.info("statements of pages: {}", asked);
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(asked.entrySet())
                .as("pages with more than %d statements", MOST)
                .allMatch(page -> page.getValue() <= MOST);
    }

    private boolean open(String user, Endpoint endpoint, String address, TreeMap<String, Integer> asked) {
        var visit = visits.computeIfAbsent(user, pages::as);
        var answer = new AtomicReference<MockHttpServletResponse>();
        var sent = Statements.sentBy(() -> answer.set(visit.fetch(address)));
        if (answer.get().getStatus() != 200
                || !String.valueOf(answer.get().getContentType()).startsWith("text/html")) return false;
        // What is read once after the start is no part of the page.
        if (sent.size() >= MOST) sent = Statements.sentBy(() -> visit.fetch(address));
        int count = sent.size() + 1;
        if (count > MOST && count > asked.getOrDefault(endpoint.path(), 0))
            LOG.info("{} sends {} to {}:\n{}", address, count, user, String.join("\n", sent));
        asked.merge(endpoint.path(), count, Math::max);
        return true;
    }

    private Set<String> people(Endpoint endpoint) {
        var people = new LinkedHashSet<>(PEOPLE);
        endpoint.allowed().findFirst().ifPresent(role -> people.add(WalkedRecords.whole(role)));
        people.add(WalkedRecords.OWNER);
        return people;
    }

    private Set<String> addresses(Endpoint endpoint, String user) {
        var from = user.equals(WalkedRecords.OWNER) ? records.ofOwner() : records.own();
        var ids = new HashMap<String, String>();
        for (String name : endpoint.variables()) {
            var known = EndpointIds.of(endpoint.path(), name);
            if (known.isEmpty()) continue;
            var variable = known.get();
            String id = variable.kind() == EndpointIds.Kind.WORD ? variable.record() : from.get(variable.record());
            ids.put(name, id == null ? records.own().getOrDefault(variable.record(), "") : id);
        }
        var query = new StringBuilder();
        endpoint.neededFields()
                .forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value));
        var addresses = new LinkedHashSet<String>();
        addresses.add(endpoint.address(ids) + query);
        if (endpoint.path().startsWith("/documents/{id}") || endpoint.path().startsWith("/plans/{id}"))
            for (String kind : DOCUMENTS) {
                ids.put("id", records.own().getOrDefault(kind, ""));
                addresses.add(endpoint.address(ids) + query);
            }
        return addresses;
    }
}
