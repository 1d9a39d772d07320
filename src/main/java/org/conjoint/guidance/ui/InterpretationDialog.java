package org.conjoint.guidance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.guidance.InterpretationDraft;
import org.conjoint.guidance.InterpretationId;
import org.conjoint.guidance.InterpretationOutcome;
import org.conjoint.guidance.Interpretations;
import org.conjoint.guidance.NoteId;
import org.conjoint.guidance.RaterNote;
import org.conjoint.policy.Clause;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** Writes an interpretation: the clause, the post on which it is decided, and how the clause is to be read. */
final class InterpretationDialog extends Dialog {

    private final Policies policies;
    private final Posts posts;
    private final Interpretations interpretations;
    private final String locale;
    private final Consumer<InterpretationId> written;
    private final Paragraph about =
            new Paragraph("Raters read it with the clause at once, until it is folded into a version or rejected.");
    private final Select<PolicyVersion> policy = new Select<>();
    private final Select<Clause> clause = new Select<>();
    private final TextField post = new TextField("Deciding post, by its id");
    private final TextArea text = new TextArea("How the clause is to be read");
    private final Button write = new Button("Write it", _ -> write());
    private @Nullable NoteId note;
    private @Nullable PostId decided;

    /** @param written called after it was written */
    InterpretationDialog(
            Policies policies,
            Posts posts,
            Interpretations interpretations,
            String locale,
            Consumer<InterpretationId> written) {
        this.policies = policies;
        this.posts = posts;
        this.interpretations = interpretations;
        this.locale = locale;
        this.written = written;
        setHeaderTitle("Write an interpretation");
        setWidth("560px");
        about.addClassName("muted");
        policy.setLabel("Policy");
        policy.setItemLabelGenerator(Naming::name);
        policy.addValueChangeListener(change -> clause.setItems(
                change.getValue() == null ? List.of() : change.getValue().clauses()));
        clause.setLabel("Clause");
        clause.setItemLabelGenerator(each -> "%s %s".formatted(each.clauseId(), each.title()));
        text.setMinRows(3);
        text.setMaxLength(Interpretations.LONGEST);
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.addValueChangeListener(change -> count(change.getValue()));
        count("");
        List.of(policy, clause).forEach(Select::setWidthFull);
        post.setWidthFull();
        text.setWidthFull();
        write.addThemeVariants(ButtonVariant.PRIMARY);
        var content = new Div(about, policy, clause, post, text);
        content.addClassName("guidance-form");
        add(content);
        getFooter().add(new Button("Cancel", _ -> close()), write);
    }

    private void count(String value) {
        text.setHelperText("%d of %d characters".formatted(value.strip().length(), Interpretations.LONGEST));
    }

    /** Begins with the versions in force. */
    InterpretationDialog any() {
        policy.setItems(policies.list(locale).stream()
                .flatMap(each -> policies.version(each.version(), locale).stream())
                .toList());
        return this;
    }

    /** Begins with what a rater asked about; the text will answer the note. */
    InterpretationDialog from(RaterNote asked) {
        note = asked.id();
        decided = asked.post().id();
        about.setText(
                "It answers the note, and raters read it with the clause at once, until it is folded or rejected.");
        policies.version(asked.reading().version(), asked.reading().locale()).ifPresent(version -> {
            policy.setItems(version);
            policy.setValue(version);
            var wording = asked.reading().clause();
            version.clause(wording == null ? "" : wording.clauseId()).ifPresent(clause::setValue);
        });
        post.setValue(posts.find(asked.post().id())
                .map(found -> found.data().externalId())
                .orElse(""));
        post.setReadOnly(true);
        policy.setReadOnly(true);
        return this;
    }

    private void write() {
        if (!isOpened()) {
            return; // a second click, on what comes next
        }
        if (policy.getValue() == null) {
            wrong(policy::setInvalid, policy::setErrorMessage, "Choose a policy");
        } else if (clause.getValue() == null) {
            wrong(clause::setInvalid, clause::setErrorMessage, "Choose the clause that it is about");
        } else {
            post().ifPresentOrElse(
                            this::write,
                            () -> wrong(
                                    post::setInvalid,
                                    post::setErrorMessage,
                                    "There is no post with this id; copy it from the post’s page"));
        }
    }

    private Optional<PostId> post() {
        return decided != null
                ? Optional.of(decided)
                : posts.findByExternalIds(List.of(post.getValue().strip())).stream()
                        .map(Post::id)
                        .findFirst();
    }

    private void write(PostId on) {
        var version = Objects.requireNonNull(policy.getValue());
        var draft = new InterpretationDraft(
                version.id(), version.locale(), clause.getValue().clauseId(), on, note, text.getValue());
        switch (interpretations.write(draft)) {
            case InterpretationOutcome.Done(var id) -> {
                close();
                written.accept(id);
            }
            case InterpretationOutcome.Refused(var words) -> wrong(text::setInvalid, text::setErrorMessage, words);
        }
    }

    private static void wrong(Consumer<Boolean> invalid, Consumer<String> message, String words) {
        message.accept(words);
        invalid.accept(true);
    }

    Select<PolicyVersion> policyField() {
        return policy;
    }

    Select<Clause> clauseField() {
        return clause;
    }

    TextField postField() {
        return post;
    }

    TextArea textField() {
        return text;
    }

    Button writeButton() {
        return write;
    }
}
