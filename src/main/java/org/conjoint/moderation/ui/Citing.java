package org.conjoint.moderation.ui;

import java.util.function.Consumer;
import org.conjoint.policy.Clause;

/** What citing clauses does to the form. */
final class Citing implements ClauseSection.Edits {

    private final FormState form;
    private final Consumer<Runnable> change;
    private final Consumer<String> say;

    /**
     * @param change carries an edit out, and what follows from it
     * @param say tells the rater
     */
    Citing(FormState form, Consumer<Runnable> change, Consumer<String> say) {
        this.form = form;
        this.change = change;
        this.say = say;
    }

    /** Cites a clause for the rows above none that it does not explain yet: first those without any clause. */
    void cite(Clause clause) {
        var rows = form.toExplain();
        if (rows.isEmpty()) {
            say.accept("Give a grade above none first; then name its clause");
        } else {
            change.accept(() -> rows.forEach(row -> form.cite(row, clause.clauseId(), true)));
        }
    }

    @Override
    public void cite(Row row, String clause, boolean cited) {
        change.accept(() -> form.cite(row, clause, cited));
    }

    @Override
    public void principal(String clause) {
        change.accept(() -> form.principal(clause));
    }
}
