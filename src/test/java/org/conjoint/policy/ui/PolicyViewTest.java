package org.conjoint.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.MarkdownText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@PersistenceTest
@ViewPackages(classes = PolicyView.class)
@WithMockUser(roles = "RATER")
class PolicyViewTest extends SpringBrowserlessTest {

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void the_list_names_each_policy_with_state_and_date_and_leads_to_it() {
        navigate(PoliciesView.class);
        var link = $(Anchor.class).all().stream()
                .filter(anchor -> anchor.getText().equals("Scams and fraud"))
                .findFirst()
                .orElseThrow();
        assertThat(link.getHref()).isEqualTo("policies/scams");
        assertThat(text(link.getParent().orElseThrow()))
                .contains("In force since Jan 1, 2026 · 5 clauses · English, Deutsch");
    }

    @Test
    void a_version_shows_its_sections_clauses_questions_and_examples() {
        navigate("policies/harassment", PolicyView.class);
        assertThat($(H1.class).single().getText()).isEqualTo("Harassment and hate");
        assertThat($(H2.class).all().stream().map(H2::getText))
                .containsExactly("Purpose", "Terms", "Violates", "Allowed", "Reading the parts together");
        assertThat($(H3.class).all().stream().map(PolicyViewTest::text))
                .contains("HAR-2.1Degrading a private person", "HAR-A1Counter-speech, news and teaching")
                .hasSize(11);
        assertThat($(Paragraph.class).all().stream().map(Paragraph::getText))
                .contains("Would people who know this private person see who is meant, and read contempt?");
        var example = $(ExampleCard.class).all().stream()
                .filter(card -> text(card).contains("HAR-E04"))
                .findFirst()
                .orElseThrow();
        assertThat(text(example))
                .contains("love the way you smell today, Dana")
                .contains("This post says that Dana stinks, and everyone who knows her may laugh at it.")
                .contains("Emergent");
    }

    @Test
    void the_address_holds_the_language_and_the_switch_leads_to_the_other() {
        open("policies/harassment", "version=1.0.0&locale=de&clause=HAR-2.1");
        assertThat($(H1.class).single().getText()).isEqualTo("Belästigung und Hass");
        assertThat($(H2.class).all().stream().map(H2::getText))
                .containsExactly(
                        "Zweck", "Begriffe", "Verstöße", "Erlaubt", "Die Teile zusammen lesen", "Kulturelle Hinweise");
        assertThat($(Anchor.class).all().stream()
                        .filter(anchor -> anchor.getText().startsWith("English"))
                        .map(Anchor::getHref))
                .containsExactly("policies/harassment?version=1.0.0&locale=en");
    }

    @Test
    void the_language_of_the_reader_is_the_first_choice() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        navigate("policies/threats", PolicyView.class);
        assertThat($(H1.class).single().getText()).isEqualTo("Drohungen und Gewalt");
    }

    @Test
    void an_address_without_a_policy_says_so() {
        navigate("policies/nothing-here", PolicyView.class);
        assertThat(text($(EmptyState.class).single())).contains("No such policy");
        open("policies/threats", "version=7.0.0");
        assertThat(text($(EmptyState.class).single())).contains("No such policy");
    }

    @Test
    void markup_in_a_text_never_becomes_markup() {
        var text = new MarkdownText(
                "a <script>alert(1)</script> **b** <img src=x onerror=y>\n\n<iframe src=\"//x\"></iframe>\n\n[z](javascript:q)",
                "en");
        assertThat(text.getElement().getOuterHTML())
                .doesNotContain("<script", "<img", "<iframe", "javascript:", "href")
                .contains("<span class=\"strong\">b</span>");
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
