package org.conjoint.authoring.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.conjoint.policy.ContentScope;
import org.conjoint.policy.files.VersionEntry;
import org.conjoint.policy.files.VersionEntryDraft;

/** What a draft says of itself as a whole: why it is, from when it is meant to judge, on which content. */
final class VersionPanel extends Section {

    private static final int PAUSE_MILLIS = 600;

    private final TextArea reason = new TextArea("Why this version");
    private final DateTimePicker from = new DateTimePicker("Meant to judge from, in UTC");
    private final DateTimePicker penalties = new DateTimePicker("Penalties from, in UTC");
    private final Select<ContentScope> scope = new Select<>();
    private final TextField rereview = new TextField("What is judged again, in words");

    VersionPanel(VersionEntry entry, Consumer<UnaryOperator<VersionEntryDraft>> said) {
        addClassNames("card", "change-panel");
        reason.setValue(entry.reason());
        reason.setMinRows(2);
        from.setValue(time(entry.effectiveFrom()));
        penalties.setValue(time(entry.penaltyFrom()));
        scope.setLabel("Which content");
        scope.setItems(ContentScope.values());
        scope.setItemLabelGenerator(each -> each == null ? "" : AuthoringWords.of(each));
        scope.setValue(entry.contentScope());
        rereview.setValue(entry.rereview());
        add(new H2("Version " + entry.version()), reason, from, penalties, scope, rereview);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.setValueChangeTimeout(PAUSE_MILLIS);
        rereview.setValueChangeMode(ValueChangeMode.LAZY);
        rereview.setValueChangeTimeout(PAUSE_MILLIS);
        reason.addValueChangeListener(change -> said.accept(this::written));
        rereview.addValueChangeListener(change -> said.accept(this::written));
        scope.addValueChangeListener(change -> said.accept(this::written));
        from.addValueChangeListener(change -> said.accept(this::written));
        penalties.addValueChangeListener(change -> said.accept(this::written));
    }

    private VersionEntryDraft written(VersionEntryDraft entry) {
        return new VersionEntryDraft(
                reason.getValue().strip(),
                from.getValue() == null
                        ? entry.effectiveFrom()
                        : from.getValue().toInstant(ZoneOffset.UTC),
                penalties.getValue() == null
                        ? entry.penaltyFrom()
                        : penalties.getValue().toInstant(ZoneOffset.UTC),
                scope.getValue() == null ? entry.contentScope() : scope.getValue(),
                rereview.getValue().strip(),
                entry.clauses());
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
