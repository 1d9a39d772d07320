package org.conjoint.moderation.ui;

import com.vaadin.flow.component.notification.Notification;
import java.util.function.Supplier;
import org.conjoint.access.CurrentUser;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.Verdicts;
import org.conjoint.ui.Journal;
import org.conjoint.work.DraftSave;
import org.conjoint.work.LeaseId;
import org.conjoint.work.Leases;
import org.jspecify.annotations.Nullable;

/** Confirms to the page what has arrived of its journal, and takes in what an earlier page left there. */
final class JournalKeeper {

    private static final int NOTICE_MILLIS = 8000;

    private final Journal journal;
    private final CurrentUser currentUser;
    private final Verdicts verdicts;
    private final Leases leases;
    private final Supplier<@Nullable TaskScreen> screen;
    private final Return onto;

    /** What the screen does with what came back. */
    interface Return {
        /** Shows the form, now the draft, of the post in hand. */
        void reopen(LeaseId lease, String news);

        /** Lets the rater choose between two forms of the post in hand. */
        void choose(VerdictForm mine, int revision);
    }

    JournalKeeper(
            Journal journal,
            CurrentUser currentUser,
            Verdicts verdicts,
            Leases leases,
            Supplier<@Nullable TaskScreen> screen,
            Return onto) {
        this.journal = journal;
        this.currentUser = currentUser;
        this.verdicts = verdicts;
        this.leases = leases;
        this.screen = screen;
        this.onto = onto;
        journal.onEntered(this::entered);
        journal.onFound(json -> JournalEntries.read(json).forEach(this::found));
    }

    void begin(TaskScreen shown) {
        journal.begin(
                currentUser.id().value(), shown.task().lease().id().value(), shown.draftRevision(), shown.clientId());
    }

    void rest() {
        journal.rest(currentUser.id().value());
    }

    /** A revision was saved; what the page entered on it is new to it. */
    void saved(int revision) {
        journal.confirm(0, revision);
    }

    /** The answer is given, or given up: nothing of it needs to be kept. */
    void finished(LeaseId lease) {
        journal.drop(lease.value());
    }

    private void entered(long lease, long number) {
        var shown = screen.get();
        if (shown != null && shown.task().lease().id().value() == lease) {
            journal.confirm(number, shown.draftRevision());
        }
    }

    private void found(JournalEntries kept) {
        var shown = screen.get();
        if (shown != null && shown.task().lease().id().equals(kept.lease())) {
            merge(kept, shown);
            return;
        }
        var arrived = verdicts.arrived(kept.clientId());
        if (arrived.isPresent()) {
            finished(kept.lease());
            tell("The answer that you sent when the line broke had arrived: verdict %d"
                    .formatted(arrived.get().value()));
        } else if (leases.find(kept.lease()).isEmpty()) {
            tell(
                    "%s to a post that is no longer in your hand %s kept in this browser for a week, should it come back to you"
                            .formatted(
                                    changes(kept.entries().size()),
                                    kept.entries().size() == 1 ? "is" : "are"));
        }
    }

    private void merge(JournalEntries kept, TaskScreen shown) {
        var now = shown.form();
        var merged = JournalMerge.merge(shown.task(), now, kept);
        var changed = !merged.form().equals(now);
        if (changed && kept.base() < shown.draftRevision()) {
            onto.choose(merged.form(), shown.draftRevision());
            return;
        }
        if (changed && !save(merged, shown)) {
            return;
        }
        var left = kept.entries().size() - merged.taken();
        if (left > 0) {
            tell("%s kept in this browser could not be added: the policy or the post has changed since"
                    .formatted(changes(left)));
        }
        finished(kept.lease());
        var again = screen.get();
        if (kept.submitted() && again != null) {
            tell("Your answer was on its way when the line broke; it was sent again");
            again.submitAgain(kept.clientId());
        }
    }

    private boolean save(JournalMerge.Merged merged, TaskScreen shown) {
        var lease = shown.task().lease().id();
        return switch (verdicts.saveDraft(lease, shown.draftRevision(), merged.form())) {
            case DraftSave.Saved(var _, var _) -> {
                onto.reopen(
                        lease,
                        "%s made while the line was down %s added"
                                .formatted(changes(merged.taken()), merged.taken() == 1 ? "was" : "were"));
                yield true;
            }
            case DraftSave.SavedWithoutLease(var _, var _, var cause) -> {
                tell("%s What was kept in this browser is in your draft.".formatted(Labels.of(cause)));
                yield true;
            }
            case DraftSave.Conflict(var current) -> {
                onto.choose(merged.form(), current.revision());
                yield false;
            }
        };
    }

    private static void tell(String words) {
        Notification.show(words, NOTICE_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    private static String changes(int count) {
        return count == 1 ? "1 change" : "%d changes".formatted(count);
    }
}
