package org.conjoint.authoring.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.conjoint.authoring.ClauseStanding;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ScopeDirection;
import org.conjoint.policy.files.VersionEntryDraft.ClauseChange;
import org.jspecify.annotations.Nullable;

/** What the author says that a change of a clause is, and what follows for verdicts. */
final class ChangePanel extends Section {

    private static final int PAUSE_MILLIS = 600;

    private final String clauseId;
    private final Select<ChangeKind> kind = new Select<>();
    private final Select<ScopeDirection> direction = new Select<>();
    private final TextField becomes = new TextField("Clauses in its place, with commas between");
    private final TextField reason = new TextField("Why");
    private final Paragraph consequence = new Paragraph();
    private final Consumer<ClauseChange> said;

    ChangePanel(ClauseStanding standing, Consumer<ClauseChange> said) {
        this.clauseId = standing.id();
        this.said = said;
        addClassNames("card", "change-panel");
        kind.setLabel("Kind of change");
        kind.setPlaceholder("Say what it is");
        kind.setItems(Arrays.stream(ChangeKind.values())
                .filter(each -> (each == ChangeKind.INITIAL) == (standing.how() == ClauseStanding.How.NEW)
                        || standing.how() == ClauseStanding.How.NEW)
                .toList());
        kind.setItemLabelGenerator(each -> each == null ? "" : AuthoringWords.of(each));
        direction.setLabel("Direction");
        direction.setItems(ScopeDirection.values());
        direction.setItemLabelGenerator(each -> each == ScopeDirection.NARROW ? "Content leaves" : "Content enters");
        consequence.addClassName("muted");
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.setValueChangeTimeout(PAUSE_MILLIS);
        becomes.setWidthFull();
        standing.change().ifPresent(change -> {
            kind.setValue(change.kind());
            direction.setValue(change.direction().orElse(null));
            becomes.setValue(String.join(", ", change.becomes()));
            reason.setValue(change.reason().orElse(""));
        });
        var row = new Div(kind, direction);
        row.addClassName("change-row");
        add(new H2(how(standing)), row, becomes, consequence, reason);
        show(kind.getValue());
        kind.addValueChangeListener(change -> {
            show(change.getValue());
            say();
        });
        direction.addValueChangeListener(change -> say());
        becomes.addValueChangeListener(change -> say());
        reason.addValueChangeListener(change -> say());
    }

    private void show(@Nullable ChangeKind chosen) {
        direction.setVisible(chosen == ChangeKind.SCOPE);
        becomes.setVisible(chosen != null && chosen.needsCrosswalk());
        consequence.setText(chosen == null ? "" : AuthoringWords.consequence(chosen));
    }

    private void say() {
        var chosen = kind.getValue();
        if (chosen == null) {
            return;
        }
        var crosswalk = !chosen.needsCrosswalk() || becomes.getValue().isBlank()
                ? List.<String>of()
                : Arrays.stream(becomes.getValue().split("[,\\s]+"))
                        .filter(id -> !id.isBlank())
                        .toList();
        said.accept(new ClauseChange(
                clauseId,
                chosen,
                Optional.of(reason.getValue().strip()).filter(words -> !words.isEmpty()),
                crosswalk,
                chosen == ChangeKind.SCOPE ? Optional.ofNullable(direction.getValue()) : Optional.empty()));
    }

    private static String how(ClauseStanding standing) {
        return switch (standing.how()) {
            case SAME -> "The words are as they were";
            case CHANGED -> "The words have changed";
            case NEW -> "The clause is new";
            case GONE -> "The clause is gone";
        };
    }
}
