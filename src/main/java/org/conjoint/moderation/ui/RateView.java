package org.conjoint.moderation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.care.ShieldChoices;
import org.conjoint.media.TextReading;
import org.conjoint.moderation.AttentionJson;
import org.conjoint.moderation.KeptVerdicts;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.RatingTasks;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.VerdictUndo;
import org.conjoint.moderation.Verdicts;
import org.conjoint.policy.Clause;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.Journal;
import org.conjoint.ui.KeyChoices;
import org.conjoint.ui.KeyMap;
import org.conjoint.ui.Stage;
import org.conjoint.work.DeclineReason;
import org.conjoint.work.HandOvers;
import org.conjoint.work.Lease;
import org.conjoint.work.LeaseChange;
import org.conjoint.work.LeaseId;
import org.conjoint.work.Leases;
import org.conjoint.work.LossCause;
import org.conjoint.work.QueueCounts;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.jspecify.annotations.Nullable;

/** Judging one post after the other from a queue; without a queue, choosing one. */
@Route("rate/:queue?([0-9]+)")
@Menu(title = "Rate", order = 10, icon = "rate")
@RolesAllowed({Roles.RATER, Roles.REVIEWER, Roles.QUALITY_LEAD, Roles.ADMIN})
final class RateView extends Div implements BeforeEnterObserver, HasDynamicTitle, BarContent, TaskEvents {

    /** The parameter of the address that asks for a certain lease. */
    static final String LEASE = "lease";

    private final RatingTasks tasks;
    private final Verdicts verdicts;
    private final Leases leases;
    private final Queues queues;
    private final Clock clock;
    private final Shielding shielding;
    private final HandOvers handOvers;
    private final ClauseHelp help;
    private final Stage stage = new Stage();
    private final Journal journalElement = new Journal();
    private final JournalKeeper journal;
    private final Putting putting;
    private final KeyMap keys;
    private final RateBar bar;
    private final TwoSides sides;
    private String title = "Rate";
    /** What the bar says of posts held in this queue. */
    private String held = "";

    private @Nullable QueueId queue;
    private @Nullable Lease lease;
    private @Nullable TaskScreen screen;

    RateView(
            RatingTasks tasks,
            Verdicts verdicts,
            KeptVerdicts kept,
            Leases leases,
            HandOvers handOvers,
            Queues queues,
            CurrentUser currentUser,
            Clock clock,
            KeyChoices keyChoices,
            ShieldChoices shields,
            TextReading textReading,
            ClauseHelp help) {
        this.tasks = tasks;
        this.verdicts = verdicts;
        this.leases = leases;
        this.queues = queues;
        this.clock = clock;
        shielding = new Shielding(shields);
        this.handOvers = handOvers;
        this.help = help;
        this.keys = new KeyMap(keyChoices);
        journal = new JournalKeeper(journalElement, currentUser, verdicts, leases, () -> screen, new Returned());
        putting = new Putting(leases, handOvers, () -> Optional.ofNullable(lease), this);
        bar = new RateBar(clock, keys, putting.buttons(), this::renew);
        sides = new TwoSides(tasks, verdicts, kept, new Chosen());
        addClassName("rate-view");
        stage.onAttention(this::attended);
        stage.onEvidence(change -> screen().ifPresent(judging -> judging.pointed(change)));
        stage.onShield(shielding::switched);
        var written = new WrittenText(textReading);
        stage.onSuggestText(() -> screen().ifPresent(judging -> judging.suggestText(written)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().getLong("queue");
        if (id.isEmpty() || id.get() <= 0) {
            choose();
        } else {
            queue = new QueueId(id.get());
            shielding.forget();
            held = putting.heldHere(queue);
            asked(event).ifPresentOrElse(wanted -> resume(wanted), () -> next(""));
        }
    }

    /** The lease in hand that the address asks for before any other. */
    private Optional<Lease> asked(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(LEASE)
                .filter(id -> id.matches("[0-9]{1,18}"))
                .flatMap(id -> leases.find(new LeaseId(Long.parseLong(id))));
    }

    @Override
    public String getPageTitle() {
        return title + " · Conjoint";
    }

    @Override
    public Component barStart() {
        return bar.start();
    }

    @Override
    public Component barEnd() {
        return bar.end();
    }

    private void choose() {
        queue = null;
        title = "Queues";
        bar.clear();
        show(new QueueChooser(queues.forCurrentUser(), putting.held()));
        journal.rest();
    }

    /** Shows what is next in the queue. @param news what to say about what came before; empty for nothing */
    private void next(String news) {
        if (queue == null) {
            choose();
            return;
        }
        if (queues.find(queue).isEmpty()) {
            bar.clear();
            show(BetweenPosts.noSuchQueue());
            return;
        }
        switch (tasks.next(queue)) {
            case RatingTask.Judge task -> judge(task, news);
            case RatingTask.Nothing nothing -> nothing(nothing, news);
        }
    }

    /** Shows a post; one that cannot be shown as a whole leaves no screen on which it could be judged in part. */
    private void judge(RatingTask.Judge task, String news) {
        try {
            put(task, news);
        } catch (RuntimeException e) {
            aside("The post could not be shown", "It stays in your hand, with what you have filled in.");
            throw e;
        }
    }

    private void put(RatingTask.Judge task, String news) {
        stage.shields(shielding.at(task.policyVersion().gravest()));
        var judging = shown(task);
        named(task.queue(), task.policyVersion(), task.mine());
        lease(task.lease());
        journal.begin(judging);
        handOvers.origin(task.lease().item()).ifPresent(bar::from);
        judging.takeFocus();
        if (!news.isEmpty()) {
            judging.foot().say(news);
        }
    }

    /** The screen, with the post on it: the one that stands, where it shows such posts. */
    private TaskScreen shown(RatingTask.Judge task) {
        if (screen != null && screen.fits(task)) {
            screen.next(task);
            return screen;
        }
        var made = new TaskScreen(task, verdicts, stage, this);
        show(made);
        screen = made;
        made.bind(keys);
        putting.bind(keys);
        keys.bind("Judge", "rate.ask", "shift+n", "Ask the authors about a clause", this::ask);
        keys.bind("Go on", "rate.undo", "z", "Undo the last submission, within a minute", this::undo);
        return made;
    }

    private void nothing(RatingTask.Nothing nothing, String news) {
        named(nothing.queue(), null, nothing.mine());
        show(BetweenPosts.nothingLeft(nothing, news, this::resume));
        journal.rest();
        keys.bind("Go on", "rate.undo", "z", "Undo the last submission, within a minute", this::undo);
    }

    private void show(Component content) {
        removeAll();
        keys.clear();
        screen = null;
        lease = null;
        bar.rest();
        add(journalElement, content);
    }

    private void named(QueueData data, @Nullable PolicyVersion policy, QueueCounts mine) {
        title = data.name();
        UI.getCurrentOrThrow().getPage().setTitle(getPageTitle());
        bar.named(data.name(), policy, mine, held);
    }

    private void lease(Lease taken) {
        lease = taken;
        bar.lease(taken);
    }

    // -- the lease

    private void attended(String visit, String json) {
        if (screen == null || lease == null) {
            return;
        }
        screen.attended(visit, AttentionJson.read(json));
        var whole = Duration.between(lease.takenAt(), lease.expiresAt());
        var left = Duration.between(clock.instant(), lease.expiresAt());
        if (left.multipliedBy(2).compareTo(whole) < 0) {
            renew();
        }
    }

    private void renew() {
        if (lease == null) {
            return;
        }
        switch (leases.extend(lease.id())) {
            case LeaseChange.Changed(var renewed) -> lease(renewed);
            case LeaseChange.Returned() -> lost(LossCause.EXPIRED);
            case LeaseChange.Lost(var cause) -> lost(cause);
        }
    }

    private void resume(Lease wanted) {
        if (!wanted.isHeld()) {
            open(wanted, null, "");
            return;
        }
        var change = leases.resume(wanted.id());
        held = putting.heldHere(wanted.queue());
        switch (change) {
            case LeaseChange.Changed(var resumed) -> open(resumed, null, "");
            case LeaseChange.Returned() -> next("The held post went back to the queue.");
            case LeaseChange.Lost(var cause) -> next(Labels.of(cause));
        }
    }

    private void open(Lease wanted, @Nullable VerdictForm form, String news) {
        queue = wanted.queue();
        Optional<RatingTask.Judge> opened = tasks.open(wanted.id());
        if (opened.isEmpty()) {
            next("The post is no longer in your hand.");
            return;
        }
        var task = opened.get();
        judge(form == null ? task : task.withDraft(form), news);
    }

    // -- what happens to the post in hand

    @Override
    public void settled() {
        journalElement.settle();
    }

    @Override
    public void submitted(VerdictOutcome outcome) {
        switch (outcome) {
            case VerdictOutcome.Stored(var id, var _) -> {
                finished();
                next("Submitted as verdict %d · undo with %s".formatted(id.value(), keys.printed("rate.undo")));
            }
            case VerdictOutcome.Repeated(var id, var _) -> {
                finished();
                next("Verdict %d had arrived already; it is stored once".formatted(id.value()));
            }
            case VerdictOutcome.Invalid(var problems) -> {
                if (screen != null) {
                    screen.refuse(problems);
                }
            }
            case VerdictOutcome.LeaseGone(var cause) ->
                late(
                        "Your answer was kept, but does not count",
                        Labels.of(cause) + " You find it at the end of My judgements.");
            case VerdictOutcome.PolicyChanged(var _, var _) ->
                late(
                        "The policy changed while you judged",
                        "Your answer was kept under the version you saw. See both sides, and judge it again under the version in force, or take the next post.");
            case VerdictOutcome.Conflict(var revision) ->
                aside(
                        "This verdict was corrected meanwhile",
                        "Revision %d stands; nothing was written.".formatted(revision));
            case VerdictOutcome.Refused(var reason) -> aside("The answer could not be taken", reason);
        }
    }

    @Override
    public void declined(boolean flag, DeclineReason reason, @Nullable String note) {
        if (lease == null) {
            return;
        }
        var change = flag ? leases.flag(lease.id(), reason, note) : leases.skip(lease.id(), reason, note);
        finished();
        switch (change) {
            case LeaseChange.Returned(), LeaseChange.Changed(var _) ->
                next(flag ? "Flagged, and passed on" : "Skipped, and passed on");
            case LeaseChange.Lost(var cause) -> next(Labels.of(cause));
        }
    }

    @Override
    public void lost(LossCause cause) {
        aside(
                "The post is no longer in your hand",
                Labels.of(cause)
                        + " What you had filled in is kept as a draft, and is there again if the post comes back to you.");
    }

    @Override
    public void conflict(int revision, VerdictForm mine) {
        if (lease != null) {
            sides.choose(lease.id(), mine, revision);
        }
    }

    @Override
    public void held(String reason) {
        if (lease != null) {
            switch (leases.hold(lease.id(), reason)) {
                case LeaseChange.Changed(var _), LeaseChange.Returned() -> {
                    held = putting.heldHere(queue);
                    next("Held; you find it above the queues, and when this queue is done");
                }
                case LeaseChange.Lost(var cause) -> lost(cause);
            }
        }
    }

    @Override
    public void handedOver(String to) {
        finished();
        next("Handed over to %s".formatted(to));
    }

    @Override
    public void read(Clause clause) {
        screen().ifPresent(judging -> help.read(clause, judging.task().policyVersion(), judging.seen()));
    }

    private void ask() {
        screen().ifPresent(judging ->
                help.ask(judging.task().policyVersion(), judging.clauseAtHand().orElse(null), judging.seen()));
    }

    @Override
    public void saved(int revision) {
        journal.saved(revision);
    }

    private void finished() {
        if (lease != null) {
            journal.finished(lease.id());
        }
    }

    private void undo() {
        switch (verdicts.undoLast()) {
            case VerdictUndo.Undone(var undone, var form) -> open(undone, form, "Taken back; it is yours again");
            case VerdictUndo.TooLate() ->
                Notification.show("A submission can be taken back for a minute; correct it under My judgements.");
            case VerdictUndo.NothingToUndo() -> Notification.show("There is nothing to take back.");
        }
        settled();
    }

    /** The answer came too late: both sides are shown over what is said. */
    private void late(String what, String text) {
        var sent = screen == null ? null : screen.clientId();
        finished();
        var see = new Button("See both sides");
        aside(what, text, see);
        if (sent != null) {
            see.addClickListener(_ -> sides.late(sent));
            sides.late(sent);
        }
    }

    private void aside(String what, String text, Button... further) {
        show(BetweenPosts.aside(what, text, () -> next(""), further));
        journal.rest();
    }

    private void reopened(LeaseId wanted, String news) {
        leases.find(wanted).ifPresentOrElse(found -> open(found, null, news), () -> next(news));
    }

    private final class Returned implements JournalKeeper.Return {

        @Override
        public void reopen(LeaseId wanted, String news) {
            reopened(wanted, news);
        }

        @Override
        public void choose(VerdictForm mine, int revision) {
            conflict(revision, mine);
        }
    }

    private final class Chosen implements TwoSides.Screen {

        @Override
        public void reopen(LeaseId wanted, String news) {
            reopened(wanted, news);
        }

        @Override
        public void settled(LeaseId wanted) {
            journal.finished(wanted);
        }

        @Override
        public void lost(LossCause cause) {
            RateView.this.lost(cause);
        }
    }

    Optional<TaskScreen> screen() {
        return Optional.ofNullable(screen);
    }

    KeyMap keys() {
        return keys;
    }
}
