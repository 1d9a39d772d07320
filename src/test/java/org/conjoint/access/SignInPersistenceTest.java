package org.conjoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.jooq.audit.Tables.ENTRY;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.conjoint.testing.PersistenceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@PersistenceTest
class SignInPersistenceTest {

    private static final String PASSWORD = "four green ducks swim";

    @Autowired
    WebApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    ServiceTokens tokens;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    MockMvc console;
    String address;

    @BeforeEach
    void openConsole() {
        console = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var random = UUID.randomUUID().toString();
        address = "2001:db8:" + random.substring(0, 4) + ":" + random.substring(4, 8) + "::1";
    }

    @Test
    void the_right_password_leads_in_with_a_new_session_and_an_audit_entry() throws Exception {
        var account = person(Role.RATER);
        var session = new MockHttpSession();
        var before = session.getId();
        var answer = signIn(account.data().name(), PASSWORD, session);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(actions(account)).containsExactly("session.signed-in");
    }

    @Test
    void names_are_not_told_from_each_other_by_case() throws Exception {
        var account = person(Role.RATER);
        assertThat(signIn(account.data().name().toUpperCase(Locale.ROOT), PASSWORD, new MockHttpSession())
                        .getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_refused_alike() throws Exception {
        var account = person(Role.RATER);
        for (var name : new String[] {account.data().name(), "nobody-" + UUID.randomUUID(), "", "Ä?\n"}) {
            var session = new MockHttpSession();
            assertThat(signIn(name, "wrong", session).getRedirectedUrl()).isEqualTo("/sign-in?refused");
            assertThat(session.getAttribute(SignInRefusal.ATTRIBUTE)).isEqualTo(new SignInRefusal.Wrong());
        }
    }

    @Test
    void after_five_failures_even_the_right_password_waits_and_the_audit_trail_knows() throws Exception {
        var account = person(Role.RATER);
        for (var i = 0; i < 5; i++) {
            signIn(account.data().name(), "wrong", new MockHttpSession());
        }
        var session = new MockHttpSession();
        signIn(account.data().name(), PASSWORD, session);
        assertThat(session.getAttribute(SignInRefusal.ATTRIBUTE))
                .isInstanceOfSatisfying(
                        SignInRefusal.Locked.class,
                        locked -> assertThat(locked.until())
                                .isBetween(Instant.now(), Instant.now().plusSeconds(30)));
        assertThat(db.fetchCount(
                        ENTRY, ENTRY.SUBJECT.eq("account:" + account.data().name())))
                .isEqualTo(1);
    }

    @Test
    void a_closed_account_is_told_so_only_with_its_password() throws Exception {
        var account = person(Role.RATER);
        accounts.runAsSystem(() -> accounts.change(account.id(), 1, account.data(), false));
        var guessed = new MockHttpSession();
        signIn(account.data().name(), "wrong", guessed);
        assertThat(guessed.getAttribute(SignInRefusal.ATTRIBUTE)).isEqualTo(new SignInRefusal.Wrong());
        var known = new MockHttpSession();
        signIn(account.data().name(), PASSWORD, known);
        assertThat(known.getAttribute(SignInRefusal.ATTRIBUTE)).isEqualTo(new SignInRefusal.Closed());
    }

    @Test
    void a_demo_account_is_refused_where_there_is_no_demo() throws Exception {
        var data = data(Role.RATER);
        transaction.execute(status -> accounts.create(data, "demo", "system", true));
        var session = new MockHttpSession();
        signIn(data.name(), "demo", session);
        assertThat(session.getAttribute(SignInRefusal.ATTRIBUTE)).isEqualTo(new SignInRefusal.Closed());
    }

    @Test
    void an_imported_rater_cannot_sign_in() throws Exception {
        var name = "imp-" + UUID.randomUUID();
        accounts.runAsSystem(() -> transaction.execute(status -> accounts.importedRater("set", name)));
        assertThat(signIn(name, "", new MockHttpSession()).getRedirectedUrl()).isEqualTo("/sign-in?refused");
    }

    @Test
    void another_sites_form_cannot_sign_anybody_in() throws Exception {
        var account = person(Role.RATER);
        var answer = send(form(account.data().name(), PASSWORD).header("Sec-Fetch-Site", "cross-site"));
        assertThat(answer.getStatus()).isEqualTo(403);
    }

    @Test
    void a_changed_account_ends_its_sessions() throws Exception {
        var account = person(Role.RATER);
        var session = new MockHttpSession();
        signIn(account.data().name(), PASSWORD, session);
        assertThat(get("/media/x", session).getStatus()).isEqualTo(404);
        accounts.runAsSystem(() -> accounts.change(account.id(), 1, account.data(), false));
        assertThat(get("/media/x", session).getStatus()).isEqualTo(401);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_session_that_ran_out_leads_to_the_sign_in_page_which_knows_it() throws Exception {
        var answer = send(MockMvcRequestBuilders.get("/settings").with(request -> {
            request.setRequestedSessionId("GONE");
            request.setRequestedSessionIdValid(false);
            return request;
        }));
        assertThat(answer.getRedirectedUrl()).endsWith("/sign-in?expired");
    }

    @Test
    void every_answer_carries_the_headers_that_guard_it() throws Exception {
        var answer = get("/settings", new MockHttpSession());
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "'nonce-")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()", "microphone=()");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Strict-Transport-Security")).isNull();
        var secure = send(MockMvcRequestBuilders.get("/settings").secure(true));
        assertThat(secure.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void media_and_rest_refuse_without_leading_to_the_sign_in_page() throws Exception {
        assertThat(get("/media/x", new MockHttpSession()).getStatus()).isEqualTo(401);
        var answer = get("/api/nothing", new MockHttpSession());
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).contains("Authorization: Bearer");
    }

    @Test
    void rest_is_for_those_who_move_data() throws Exception {
        assertThat(basic(person(Role.RATER)).getStatus()).isEqualTo(403);
        assertThat(basic(person(Role.DATA_ENGINEER)).getStatus()).isEqualTo(404);
        assertThat(basic(person(Role.ADMIN)).getStatus()).isEqualTo(404);
    }

    @Test
    void a_token_opens_rest_until_it_is_ended_or_its_account_loses_the_role() throws Exception {
        var account = person(Role.DATA_ENGINEER);
        var token = accounts.runAs(account.id(), () -> tokens.issue("nightly export", null));
        assertThat(bearer(token)).isEqualTo(404);
        assertThat(bearer(token + "x")).isEqualTo(401);
        var id = accounts.runAs(account.id(), () -> tokens.mine().getFirst().id());
        accounts.runAs(account.id(), () -> {
            tokens.revoke(id);
            return id;
        });
        assertThat(bearer(token)).isEqualTo(401);
        var next = accounts.runAs(account.id(), () -> tokens.issue("nightly export", null));
        accounts.runAsSystem(() -> accounts.change(
                account.id(),
                1,
                new AccountData(account.data().name(), "X", EnumSet.of(Role.RATER), AccountKind.PERSON, "en"),
                true));
        assertThat(bearer(next)).isEqualTo(403);
    }

    @Test
    void a_token_that_ran_out_opens_nothing() throws Exception {
        var account = person(Role.DATA_ENGINEER);
        var token = accounts.runAs(
                account.id(), () -> tokens.issue("old", Instant.now().minusSeconds(1)));
        assertThat(bearer(token)).isEqualTo(401);
    }

    private int bearer(String token) throws Exception {
        return send(MockMvcRequestBuilders.get("/api/nothing").header("Authorization", "Bearer " + token))
                .getStatus();
    }

    private MockHttpServletResponse basic(Account account) throws Exception {
        var credentials = Base64.getEncoder().encodeToString((account.data().name() + ":" + PASSWORD).getBytes());
        return send(MockMvcRequestBuilders.get("/api/nothing").header("Authorization", "Basic " + credentials));
    }

    private MockHttpServletResponse get(String path, MockHttpSession session) throws Exception {
        return send(MockMvcRequestBuilders.get(path).session(session));
    }

    private MockHttpServletResponse signIn(String name, String password, MockHttpSession session) throws Exception {
        return send(form(name, password).session(session));
    }

    private static MockHttpServletRequestBuilder form(String name, String password) {
        return MockMvcRequestBuilders.request(HttpMethod.POST, "/sign-in")
                .servletPath("/sign-in")
                .param("username", name)
                .param("password", password);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return console.perform(request.remoteAddress(address)).andReturn().getResponse();
    }

    private Account person(Role role) {
        var data = data(role);
        return accounts.runAsSystem(() -> accounts.create(data, PASSWORD));
    }

    private static AccountData data(Role role) {
        return new AccountData("p-" + UUID.randomUUID(), "A Person", EnumSet.of(role), AccountKind.PERSON, "en");
    }

    private List<String> actions(Account account) {
        return db.select(ENTRY.ACTION)
                .from(ENTRY)
                .where(ENTRY.CHAIN.eq("user:" + account.id().value()))
                .orderBy(ENTRY.POSITION)
                .fetch(ENTRY.ACTION);
    }
}
