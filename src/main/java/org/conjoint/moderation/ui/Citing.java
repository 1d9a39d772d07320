package org.conjoint.moderation.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.conjoint.policy.Clause;

/** What citing clauses does to the form. */
final class Citing implements ClauseSection.Edits {

    private final Supplier<FormState> form;
    private final Consumer<Runnable> change;
    private final Consumer<String> say;

    /**
     * @param form the form in hand
     * @param change carries an edit out, and what follows from it
     * @param say tells the rater
     */
    Citing(Supplier<FormState> form, Consumer<Runnable> change, Consumer<String> say) {
        this.form = form;
        this.change = change;
        this.say = say;
    }

    /** Cites a clause for the rows above none that it does not explain yet: first those without any clause. */
    void cite(Clause clause) {
        var rows = form.get().toExplain();
        if (rows.isEmpty()) {
            say.accept("Give a grade above none first; then name its clause");
        } else {
            change.accept(() -> rows.forEach(row -> form.get().cite(row, clause.clauseId(), true)));
        }
    }

    @Override
    public void cite(Row row, String clause, boolean cited) {
        change.accept(() -> form.get().cite(row, clause, cited));
    }

    @Override
    public void principal(String clause) {
        change.accept(() -> form.get().principal(clause));
    }
}
