package org.conjoint.guidance.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.guidance.NoteId;
import org.jspecify.annotations.Nullable;

/** The addresses of notes and interpretations. */
public final class GuidanceNavigation {

    static final String MINE = "notes";
    static final String NOTES = "policies/notes";
    static final String INTERPRETATIONS = "policies/interpretations";
    static final String STATE = "state";
    static final String POLICY = "policy";
    static final String CLAUSE = "clause";

    private GuidanceNavigation() {}

    /** The notes that are open on a policy, for its authors. */
    public static String notes(String slug) {
        return "%s?%s=%s".formatted(NOTES, POLICY, slug);
    }

    static String note(NoteId id) {
        return "note-" + id.value();
    }

    static QueryParameters parameters(String state, @Nullable String policy, @Nullable String clause) {
        var all = new HashMap<String, String>();
        all.put(STATE, state);
        if (policy != null) {
            all.put(POLICY, policy);
            if (clause != null) {
                all.put(CLAUSE, clause);
            }
        }
        return QueryParameters.simple(all);
    }

    static boolean mayAnswer(CurrentUser user) {
        return user.has(Role.POLICY_AUTHOR) || user.has(Role.QUALITY_LEAD);
    }

    /** Who judges, and so may have notes of their own. */
    static boolean sends(CurrentUser user) {
        return user.has(Role.RATER) || user.has(Role.REVIEWER) || user.has(Role.QUALITY_LEAD);
    }

    /** The ways between the screens of notes, as far as the current user may go. */
    static Nav between(CurrentUser user, String here) {
        var nav = new Nav();
        nav.addClassName("guidance-nav");
        nav.setAriaLabel("Notes and interpretations");
        if (sends(user)) {
            nav.add(link(MINE, "My notes", here));
        }
        if (mayAnswer(user)) {
            nav.add(link(NOTES, "Notes from raters", here));
        }
        nav.add(link(INTERPRETATIONS, "Interpretations", here));
        return nav;
    }

    private static Anchor link(String path, String words, String here) {
        var link = new Anchor(path, words);
        link.addClassName("chip");
        if (path.equals(here)) {
            link.addClassName("soft");
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
