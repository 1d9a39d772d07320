package org.conjoint.content;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.meaning.Part;
import org.conjoint.media.MediaKind;
import org.conjoint.media.MediaLibrary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes twins of posts, and knows families. What a twin is expected to be is for those who read all verdicts, so that
 * raters stay independent.
 *
 * @see <a href="file:../../../../../../docs/decisions/0011-twins.md">Twins</a>
 */
@Service
@Transactional(readOnly = true)
public class Twins {

    /** Those who make twins. */
    public static final Set<Role> MAKERS = Set.copyOf(EnumSet.of(Role.REVIEWER, Role.QUALITY_LEAD, Role.POLICY_AUTHOR));

    /** {@link #MAKERS} as an expression. */
    public static final String MAY_MAKE = "hasAnyRole('REVIEWER','QUALITY_LEAD','POLICY_AUTHOR')";

    private static final String MAY_READ =
            "hasAnyRole('REVIEWER','POLICY_AUTHOR','QUALITY_LEAD','DATA_ENGINEER','ADMIN')";

    private final TwinTable table;
    private final PostTable posts;
    private final PostRecorder recorder;
    private final MediaLibrary media;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Twins(
            TwinTable table,
            PostTable posts,
            PostRecorder recorder,
            MediaLibrary media,
            CurrentUser user,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.posts = posts;
        this.recorder = recorder;
        this.media = media;
        this.user = user;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a twin in as a post of its own, when exactly the part that it says differs from the original. */
    @Transactional
    @PreAuthorize(MAY_MAKE)
    public TwinOutcome make(TwinDraft draft) {
        table.lock(List.of(draft.of()));
        var original = posts.current(List.of(draft.of())).stream().findFirst();
        if (original.isEmpty()) {
            return new TwinOutcome.Refused(
                    new TwinRefusal.NoOriginal(Long.toString(draft.of().value())));
        }
        var refusal = TwinParts.refusal(original.get().data(), draft.data(), draft.changedPart())
                .or(() -> wrongMedium(draft))
                .or(() -> posts.lock(List.of(PostTable.Key.of(draft.data()))).isEmpty()
                        ? Optional.empty()
                        : Optional.of(new TwinRefusal.NameTaken(draft.data().externalId())));
        if (refusal.isPresent()) {
            return new TwinOutcome.Refused(refusal.get());
        }
        var put = recorder.putAll(List.of(draft.data())).getFirst();
        record(new TwinDeclaration(put.id(), draft.of(), draft.changedPart(), draft.expectedJoint()));
        return new TwinOutcome.Made(put.id(), put.revision(), draft.data().externalId());
    }

    private Optional<TwinRefusal> wrongMedium(TwinDraft draft) {
        var part = draft.changedPart();
        var id = part == Part.IMAGE
                ? draft.data().image()
                : part == Part.AUDIO ? draft.data().audio() : null;
        var wanted = part == Part.IMAGE ? MediaKind.IMAGE : MediaKind.AUDIO;
        return id == null
                        || media.find(id)
                                .filter(found -> found.kind() == wanted)
                                .isPresent()
                ? Optional.empty()
                : Optional.of(new TwinRefusal.WrongMedium(part));
    }

    /** A free id for a further twin of a post, made of the post's own. */
    @PreAuthorize(MAY_MAKE)
    public String freeName(Post original) {
        var data = original.data();
        var stem = data.externalId().length() > 380 ? data.externalId().substring(0, 380) : data.externalId();
        for (var number = table.countOf(original.id()) + 1; ; number++) {
            var name = "%s-twin-%d".formatted(stem, number);
            if (posts.named(List.of(name)).isEmpty()) {
                return name;
            }
        }
    }

    /**
     * Says of posts that were taken in that they are twins, each after its original; the same said again changes nothing.
     * That exactly one part differs is for the caller to check, by {@link TwinParts}.
     *
     * @throws IllegalStateException when one is known as another twin, or has twins of its own; {@link #refusal} asks
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public void declare(List<TwinDeclaration> declarations) {
        for (var declaration : declarations) {
            table.lock(List.of(declaration.post(), declaration.of()));
            refusal(declaration, "post " + declaration.post().value()).ifPresent(why -> {
                throw new IllegalStateException(why.message());
            });
            if (table.find(List.of(declaration.post())).isEmpty()) {
                record(declaration);
            }
        }
    }

    /**
     * Why a post that is there cannot be declared a twin; empty when it can, or is this twin already.
     *
     * @param name of the post, for the message
     */
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public Optional<TwinRefusal> refusal(TwinDeclaration declaration, String name) {
        var known = table.find(List.of(declaration.post())).get(declaration.post());
        if (known != null) {
            var same = known.of().equals(declaration.of())
                    && known.changedPart() == declaration.changedPart()
                    && known.expectedJoint() == declaration.expectedJoint();
            return same ? Optional.empty() : Optional.of(new TwinRefusal.TwinAlready(name));
        }
        return table.originals(List.of(declaration.post())).isEmpty()
                ? Optional.empty()
                : Optional.of(new TwinRefusal.HasTwins(name));
    }

    private void record(TwinDeclaration declaration) {
        var of = declaration.of();
        var parent = table.find(List.of(of)).get(of);
        var family = parent == null ? of : parent.family();
        table.insert(new Twin(
                declaration.post(),
                of,
                family,
                declaration.changedPart(),
                declaration.expectedJoint(),
                user.actor(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        var details = new TreeMap<>(Map.of(
                "of",
                "post:" + of.value(),
                "family",
                "post:" + family.value(),
                "part",
                declaration.changedPart().code(),
                "expected",
                declaration.expectedJoint().code()));
        audit.record(new AuditEvent(
                user.actor(), "twin.made", "post:" + declaration.post().value(), details));
        events.publishEvent(new TwinMade(declaration.post(), family));
    }

    /** The twin that a post is, if it is one. */
    @PreAuthorize(MAY_READ)
    public Optional<Twin> find(PostId post) {
        return Optional.ofNullable(table.find(List.of(post)).get(post));
    }

    /** The twins made from a post, by rising id. */
    @PreAuthorize(MAY_READ)
    public List<Twin> of(PostId original, int limit) {
        return table.of(original, limit);
    }

    /** All twins after a post, by rising id; from the first when {@code after} is null. */
    @PreAuthorize(MAY_READ)
    public List<Twin> page(@Nullable PostId after, int limit) {
        return table.after(after, limit);
    }

    /** The family of each post that is in one, in one statement. */
    @PreAuthorize(Roles.SIGNED_IN)
    public Map<PostId, Family> families(Collection<PostId> posts) {
        return table.families(posts);
    }
}
