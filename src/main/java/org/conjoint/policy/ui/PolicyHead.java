package org.conjoint.policy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyLocale;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicySummary;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.Icon;

/** The name of a policy, where its version stands, and the ways to its other versions and languages. */
final class PolicyHead extends Header {

    private static final int SHOWN_OF_HASH = 12;

    PolicyHead(PolicyVersion version, List<PolicySummary> versions, Locale locale) {
        addClassName("policy-head");
        var name = new H1(version.title());
        name.getElement().setAttribute("lang", version.locale());
        var row = new Div(name, languages(version));
        row.addClassName("policy-row");
        var hash = new Span(version.textHash().substring(0, SHOWN_OF_HASH));
        hash.addClassName("num");
        hash.getElement().setAttribute("title", "SHA-256 of this text: " + version.textHash());
        var facts = new Div(new Span("%s · %s · %s · text "
                .formatted(
                        version.number(),
                        PolicyWords.of(version.state(), version.effectiveFrom(), locale),
                        version.jurisdiction().equals(Policies.GLOBAL) ? "everywhere" : version.jurisdiction())));
        facts.add(hash);
        facts.addClassNames("muted", "policy-facts");
        add(row, facts);
        if (versions.size() > 1) {
            add(versions(version, versions));
        }
        banners(version, versions, locale);
    }

    private static Component languages(PolicyVersion version) {
        var nav = new Nav();
        nav.addClassName("policy-languages");
        nav.setAriaLabel("Language of the text");
        for (var language : version.locales()) {
            var link = new Anchor(
                    PolicyNavigation.to(version.slug(), version.number(), language.tag()),
                    PolicyWords.language(language.tag()) + remark(language));
            link.addClassName("chip");
            link.getElement().setAttribute("lang", language.tag());
            current(link, language.tag().equals(version.locale()));
            nav.add(link);
        }
        return nav;
    }

    private static String remark(PolicyLocale language) {
        if (language.canonical()) {
            return " · canonical";
        }
        return language.outOfDate() ? " · out of date" : "";
    }

    private static Component versions(PolicyVersion version, List<PolicySummary> versions) {
        var nav = new Nav();
        nav.addClassName("policy-languages");
        nav.setAriaLabel("Versions");
        for (var other : versions) {
            var link = new Anchor(
                    PolicyNavigation.to(other.slug(), other.number(), version.locale()),
                    "%s · %s".formatted(other.number(), PolicyWords.of(other.state())));
            link.addClassNames("chip", "num");
            current(link, other.version().equals(version.id()));
            nav.add(link);
        }
        return nav;
    }

    private void banners(PolicyVersion version, List<PolicySummary> versions, Locale locale) {
        version.locales().stream()
                .filter(language -> language.tag().equals(version.locale()) && language.outOfDate())
                .forEach(language ->
                        add(banner("This translation follows an earlier text; the canonical one decides.")));
        versions.stream()
                .filter(other -> other.state() == PolicyState.SCHEDULED
                        && !other.version().equals(version.id()))
                .forEach(other -> add(banner("Version %s comes into force on %s."
                        .formatted(other.number(), PolicyWords.date(other.effectiveFrom(), locale)))));
    }

    private static Component banner(String words) {
        var banner = new Div(new Icon("info"), new Span(words));
        banner.addClassName("policy-banner");
        banner.getElement().setAttribute("role", "note");
        return banner;
    }

    private static void current(Anchor link, boolean current) {
        if (current) {
            link.addClassName("soft");
            link.getElement().setAttribute("aria-current", "true");
        }
    }
}
